import type { Refusal } from '../../api/commands';
import type { ProfileField, ProfileForm, ProfileProblems } from '../../shared/profile/profile';
import { profileProblems } from '../../shared/profile/profile';
import type { SettingsTab } from '../../state/nav.svelte';
import { words } from '../../words';

export const TABS: readonly SettingsTab[] = [
  'organisation',
  'letterhead',
  'laws',
  'officers',
  'appearance',
  'safety',
  'about',
];

const ON_TAB: Readonly<Partial<Record<SettingsTab, readonly ProfileField[]>>> = {
  organisation: [
    'organisation',
    'address',
    'contact_email',
    'contact_phone',
    'contact_address',
    'fiscal_start',
  ],
  laws: [
    'about',
    'laws',
    'time_zone',
    'calendar',
    'authority_name',
    'authority_address',
    'opt_out_confirmation',
  ],
};

export function allProblems(form: ProfileForm): ProfileProblems {
  return profileProblems(form, Object.values(ON_TAB).flat());
}

/** The tab that shows the first of these problems. */
export function tabOf(problems: ProfileProblems): SettingsTab | null {
  const wrong = Object.keys(problems);
  return TABS.find((tab) => ON_TAB[tab]?.some((field) => wrong.includes(field))) ?? null;
}

export function problemOf(refusal: Refusal): ProfileProblems | null {
  const field = refusal.field?.split('.').at(-1);
  const known = Object.values(ON_TAB)
    .flat()
    .find((it) => it === field);
  return known ? { [known]: refusal.message } : null;
}

/** The minutes on offer, and the present ones when they are others. */
export function lockChoices(now: number): { value: string; label: string }[] {
  const w = words.settings;
  const choices = Object.entries(w.autoLockChoices).map(([value, label]) => ({ value, label }));
  if (!choices.some((choice) => choice.value === String(now))) {
    choices.push({ value: String(now), label: w.minutes(now) });
  }
  return choices.sort((a, b) => rank(a.value) - rank(b.value));
}

/** "Never" stands last. */
const rank = (value: string): number => (value === '0' ? Infinity : Number(value));
