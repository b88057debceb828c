import type { RowState } from '../api/commands';

/** A meaning colour; a word or a shape always goes with it. */
export type Tone = 'overdue' | 'soon' | 'waiting' | 'done' | 'info' | 'plain';

export function toneOf(state: RowState): Tone {
  switch (state) {
    case 'overdue':
      return 'overdue';
    case 'today':
    case 'soon':
      return 'soon';
    case 'waiting':
      return 'waiting';
    case 'closed':
      return 'done';
    case 'open':
      return 'plain';
  }
}

/** The tone of a date by its distance alone, for deadlines beside the leading one. */
export function toneOfDays(days: number, met = false): Tone {
  if (met) return 'done';
  if (days < 0) return 'overdue';
  return days <= 7 ? 'soon' : 'plain';
}
