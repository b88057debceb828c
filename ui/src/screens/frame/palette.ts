// What the command palette finds.

import { matches } from '../../shared/search';
import type { Place } from '../../state/nav.svelte';
import { words } from '../../words';
import type { Action } from './actions';

export interface Entry {
  id: string;
  label: string;
  keys?: string;
  does: { go: Place } | { run: Action };
}

const w = words.frame;

export const SCREENS: readonly Entry[] = [
  { id: 'queue', label: w.queue, keys: 'Ctrl 1', does: { go: { screen: 'queue' } } },
  { id: 'calendar', label: w.calendar, keys: 'Ctrl 2', does: { go: { screen: 'calendar' } } },
  { id: 'letters', label: w.letters, keys: 'Ctrl 3', does: { go: { screen: 'letters' } } },
  { id: 'registers', label: w.registers, keys: 'Ctrl 4', does: { go: { screen: 'registers' } } },
  { id: 'policies', label: w.policies, keys: 'Ctrl 5', does: { go: { screen: 'policies' } } },
  { id: 'year', label: w.year, keys: 'Ctrl 6', does: { go: { screen: 'year' } } },
  { id: 'settings', label: w.settings, keys: 'Ctrl 7', does: { go: { screen: 'settings' } } },
];

export const ACTIONS: readonly Entry[] = [
  { id: 'closing', label: w.closing, does: { go: { screen: 'calendar', closing: true } } },
  { id: 'log-request', label: w.log, keys: w.logKeys, does: { run: 'log-request' } },
  { id: 'policy-new', label: w.policyNew, does: { go: { screen: 'policies', view: 'bring-in' } } },
  { id: 'policy-compare', label: w.policyCompare, does: { go: { screen: 'policies', view: 'compare' } } },
  {
    id: 'contradictions',
    label: w.contradictions,
    does: { go: { screen: 'policies', view: 'contradictions' } },
  },
  {
    id: 'handling-new',
    label: w.handlingNew,
    does: { go: { screen: 'registers', register: 'disclosures', enter: true } },
  },
  { id: 'search', label: w.searchRequests, keys: w.searchKeys, does: { run: 'search' } },
  { id: 'verify', label: w.verify, does: { run: 'verify' } },
  { id: 'backup', label: w.backup, does: { run: 'backup' } },
  { id: 'theme-light', label: w.themeLight, does: { run: 'theme-light' } },
  { id: 'theme-dark', label: w.themeDark, does: { run: 'theme-dark' } },
  { id: 'theme-system', label: w.themeSystem, does: { run: 'theme-system' } },
  { id: 'lock', label: w.lockDesk, keys: w.lockKeys, does: { run: 'lock' } },
  { id: 'open-other', label: w.openOther, does: { run: 'open-other' } },
  { id: 'keys', label: w.keys, does: { run: 'about' } },
  { id: 'about', label: w.about, does: { run: 'about' } },
];

export function entries(list: readonly Entry[], typed: string): Entry[] {
  return list.filter((entry) => matches(entry.label, typed.trim()));
}
