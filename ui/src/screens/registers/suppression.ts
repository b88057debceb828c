// What the suppression list decides: what is sent of what was typed, and what is shown of a list that was checked.

import type { MailingListChecked, SuppressionIn, SuppressionRow, SuppressionScope } from '../../api/commands';
import { toLines } from '../../shared/lines';

export const SCOPES: readonly SuppressionScope[] = [
  'newsletter',
  'sale-sharing',
  'sensitive',
  'recipient-marketing',
];
export const ENDINGS = ['.csv', '.tsv', '.txt'];
export const LARGEST = 50_000_000;

export interface Typed {
  scope: SuppressionScope;
  recipient: number | null;
  emails: string;
  phone: string;
  address: string;
  since: string;
  reason: string;
  request: number | null;
}

export const nothing = (today: string, request: number | null): Typed => ({
  scope: 'newsletter',
  recipient: null,
  emails: '',
  phone: '',
  address: '',
  since: today,
  reason: '',
  request,
});

/** Every address by itself, none twice. */
export function emailsOf(text: string): string[] {
  const found = text
    .split(/[\s,;]+/)
    .map((it) => it.replace(/^<|>$/g, '').trim())
    .filter(Boolean);
  return found.filter((it, at) => found.findIndex((one) => one.toLowerCase() === it.toLowerCase()) === at);
}

/** One for each e-mail address; phone and postal address go with the first. */
export function sentOf(typed: Typed): SuppressionIn[] {
  const base = {
    scope: typed.scope,
    recipient: typed.scope === 'recipient-marketing' ? typed.recipient : null,
    since: typed.since,
    reason: typed.reason.trim(),
    request: typed.request,
  };
  const first = { phone: typed.phone.trim(), address: toLines(typed.address) };
  const emails = emailsOf(typed.emails);
  if (emails.length === 0 && !first.phone && first.address.length === 0) return [];
  const [head = '', ...rest] = emails;
  return [
    { ...base, ...first, email: head },
    ...rest.map((email) => ({ ...base, email, phone: '', address: [] })),
  ];
}

export const isLifted = (row: SuppressionRow): boolean => row.lifted_on !== null;

/** What the row is called where it has no address any more. */
export const shortHash = (hash: string): string => `${hash.slice(0, 12)}…`;

/** Rows that may be mailed once those on the list are taken out. */
export const left = (it: MailingListChecked): number => Math.max(0, it.rows - it.suppressed);
