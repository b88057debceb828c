// What the form of a recipient decides.

import type { RecipientIn, RecipientList, RecipientRow } from '../../api/commands';

export function emptyRecipient(name = ''): RecipientIn {
  return {
    id: null,
    name,
    address: [],
    email: '',
    website: '',
    examples: '',
    name_tells: false,
    contract: '',
    contract_on: '',
    confidentiality: '',
    processor: false,
    note: '',
    reason: '',
  };
}

/** As it is sent: without blanks at the ends, and without what a field held that is not asked for. */
export function cleanRecipient(it: RecipientIn): RecipientIn {
  const contract = it.contract.trim();
  return {
    ...it,
    name: it.name.trim(),
    address: it.address.map((line) => line.trim()).filter(Boolean),
    email: it.email.trim(),
    website: it.website.trim(),
    examples: it.name_tells ? '' : it.examples.trim(),
    contract,
    contract_on: contract ? it.contract_on : '',
    confidentiality: it.confidentiality.trim(),
    note: it.note.trim(),
    reason: it.reason.trim(),
  };
}

/** The one that is there now and was not before; the one that was changed. */
export function savedOne(
  list: RecipientList,
  before: readonly number[],
  sent: RecipientIn,
): RecipientRow | null {
  const { recipients } = list;
  if (sent.id !== null) return recipients.find((row) => row.id === sent.id) ?? null;
  const fresh = recipients.filter((row) => !before.includes(row.id));
  return fresh.find((row) => row.about.name === sent.name) ?? fresh.at(-1) ?? null;
}

/** Those that can be chosen: not struck out, by name. */
export function choosable(list: readonly RecipientRow[], now: number | null): RecipientRow[] {
  return list
    .filter((row) => row.struck === '' || row.id === now)
    .sort((a, b) => a.about.name.localeCompare(b.about.name, 'en', { sensitivity: 'base' }));
}
