// What a request asks of the registers: whether somebody may act, who is to be told, which file to open.

import type {
  AuthorityKind,
  AuthorityNeed,
  ClaimView,
  DisclosedTo,
  Register,
  RegisterLink,
  RequestView,
  Right,
  ToldOf,
} from '../../../api/commands';
import { words } from '../../../words';

/** “signed permission and they proved who they are, or power of attorney”. */
export function acceptsInWords(
  need: Pick<AuthorityNeed, 'accepts'>,
  name: (kind: AuthorityKind) => string,
  and: string,
  or: string,
): string {
  return need.accepts.map((all) => all.map(name).join(and)).join(or);
}

/** Kinds that a claim still waits for first, then all others. */
export function kindsInOrder(
  needs: readonly AuthorityNeed[],
  all: readonly AuthorityKind[],
): AuthorityKind[] {
  const wanted = needs.filter((need) => !need.met).flatMap((need) => need.accepts.flat());
  return [...all].sort((a, b) => Number(wanted.includes(b)) - Number(wanted.includes(a)));
}

/** Nothing is needed, seen or on file: the card says nothing then. */
export function speaksOfAuthority(view: Pick<RequestView, 'authority'>): boolean {
  const { needs, seen, child } = view.authority;
  return needs.length > 0 || seen.length > 0 || child !== null;
}

const OF_RIGHT: Partial<Record<Right, ToldOf>> = {
  erasure: 'erasure',
  'child-erasure': 'erasure',
  rectification: 'rectification',
  restriction: 'restriction',
};

const carriedOut = (claim: Pick<ClaimView, 'outcome'>) =>
  claim.outcome === 'granted' || claim.outcome === 'granted-in-part';

/** Of what recipients have to be told: what was granted, in the order of the claims. */
export function toBeTold(claims: readonly Pick<ClaimView, 'right' | 'outcome'>[]): ToldOf[] {
  const all = claims.filter(carriedOut).flatMap((claim) => OF_RIGHT[claim.right] ?? []);
  return [...new Set(all)];
}

/** Of what they may be told at all: what was granted first, then what is asked. */
export function mayBeTold(claims: readonly Pick<ClaimView, 'right' | 'outcome'>[]): ToldOf[] {
  const asked = claims.flatMap((claim) => OF_RIGHT[claim.right] ?? []);
  return [...new Set([...toBeTold(claims), ...asked])];
}

/** Of what one recipient has neither been told nor found out of reach. */
export function pendingOf(row: Pick<DisclosedTo, 'told'>, due: readonly ToldOf[]): ToldOf[] {
  return due.filter((of) => !row.told.some((told) => told.of === of));
}

/** Those who are ticked when the sheet opens: who was not told yet and is surely meant. */
export function tickedAtFirst(rows: readonly DisclosedTo[], of: ToldOf): number[] {
  return rows
    .filter((row) => !row.by_name_only && pendingOf(row, [of]).length > 0)
    .map((row) => row.handling);
}

export function asksFor(view: Pick<RequestView, 'claims'>, ...rights: Right[]): boolean {
  return view.claims.some((claim) => rights.includes(claim.right));
}

/** The files that a claim of this request opens, and that are not there yet. */
export function filesToOpen(
  view: Pick<RequestView, 'claims' | 'registers'>,
): ('children' | 'authorizations')[] {
  const has = (register: string) => view.registers.some((link) => link.register === register);
  const found: ('children' | 'authorizations')[] = [];
  if (asksFor(view, 'child-consent', 'child-access', 'child-erasure', 'child-refusal') && !has('children'))
    found.push('children');
  if (asksFor(view, 'health-authorization') && !has('authorizations')) found.push('authorizations');
  return found;
}

const r = words.registers;
const STANDINGS: Partial<Record<Register, Readonly<Record<string, string>>>> = {
  children: r.children.standings,
  authorizations: r.health.standings,
  consents: r.consents.standings,
  incidents: r.incidents.standings,
};

/** How a file stands, in words; as it came where its register has no words of its own for it. */
export const standingOf = (link: Pick<RegisterLink, 'register' | 'standing'>): string =>
  STANDINGS[link.register]?.[link.standing] ?? link.standing;
