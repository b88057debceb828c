// Promises by what they are about: a group has one colour, a kind has its word.

import type { PromiseKind } from '../../api/commands';

export type KindGroup = 'choice' | 'sharing' | 'data' | 'children' | 'notice' | 'care';

const GROUPS: Record<PromiseKind, KindGroup> = {
  'opt-out': 'choice',
  'opt-in': 'choice',
  'withdraw-consent': 'choice',
  object: 'choice',
  restrict: 'choice',
  'do-not-track': 'choice',
  'no-sharing': 'sharing',
  'sharing-limits': 'sharing',
  'use-limit': 'sharing',
  'legal-disclosure': 'sharing',
  access: 'data',
  edit: 'data',
  delete: 'data',
  'disclosure-list': 'data',
  complain: 'data',
  'parental-consent': 'children',
  'parental-review': 'children',
  'no-children': 'children',
  'change-notice': 'notice',
  'no-change-notice': 'notice',
  'breach-notice': 'notice',
  contact: 'notice',
  'response-time': 'notice',
  retention: 'care',
  security: 'care',
  'identity-check': 'care',
  'health-authorization': 'care',
  'confidential-channel': 'care',
};

/** Every kind, those of one group together. */
export const KINDS = Object.keys(GROUPS) as PromiseKind[];

export function groupOf(kind: PromiseKind): KindGroup {
  return GROUPS[kind];
}
