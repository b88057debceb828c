// An entry in the words of the screen, for the table, the search and the order.

import type { HandlingRow } from '../../api/commands';
import { words } from '../../words';

export function speaks(row: HandlingRow): { act: string; purpose: string; data: string; consent: string } {
  const w = words.registers.handling;
  const it = row.entry;
  return {
    act: words.terms.acts[it.act],
    purpose: w.purposes[it.purpose],
    data: it.data.map((topic) => words.terms.topics[topic]).join(', '),
    consent: w.consents[it.consent],
  };
}
