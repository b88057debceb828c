// The steps of making a desk, and what each asks for.

import type { NewDesk, Refusal } from '../../api/commands';
import {
  profileOf,
  profileProblems,
  type ProfileField,
  type ProfileForm,
} from '../../shared/profile/profile';
import { words } from '../../words';

export const STEPS = ['organisation', 'officer', 'laws', 'passphrase', 'key'] as const;
export type Step = (typeof STEPS)[number];

const FIELDS: Readonly<Record<Step, readonly (ProfileField | 'officer_name' | 'passphrase' | 'place')[]>> = {
  organisation: ['organisation', 'address'],
  officer: ['officer_name', 'contact_email', 'contact_phone', 'contact_address'],
  laws: [
    'about',
    'laws',
    'time_zone',
    'calendar',
    'authority_name',
    'authority_address',
    'opt_out_confirmation',
  ],
  passphrase: ['passphrase', 'place'],
  key: [],
};

export type Problems = Partial<
  Record<ProfileField | 'officer_name' | 'passphrase' | 'repeat' | 'place', string>
>;

/** What keeps a step from being left, the passphrase apart. */
export function stepProblems(step: Step, form: ProfileForm, officer: string): Problems {
  const problems: Problems = profileProblems(form, FIELDS[step] as ProfileField[]);
  if (step === 'officer') {
    if (!officer.trim()) problems.officer_name = words.welcome.needOfficer;
    else if ([...officer.trim()].length > 200) problems.officer_name = words.welcome.tooLong(200);
  }
  return problems;
}

/** Where the core's refusal belongs: the step and field to go back to, or none. */
export function placeOf(refusal: Refusal): { step: Step; problems: Problems } | null {
  const field = refusal.field?.split('.').at(-1);
  const step = STEPS.find((it) => (FIELDS[it] as readonly string[]).includes(field ?? ''));
  return step ? { step, problems: { [field ?? '']: refusal.message } } : null;
}

export function newDesk(form: ProfileForm, officer: string, passphrase: string): NewDesk {
  return { profile: profileOf(form), officer_name: officer.trim(), passphrase };
}
