// What a step in a child's file asks, what it lacks, and which methods and notices fit.

import type {
  ChildEntryIn,
  ChildIn,
  ChildRules,
  ChildStep,
  ChildStepOffer,
  ConsentMethod,
  LineSaid,
  NoticeKind,
  NoticeNeeds,
  Problem,
} from '../../../api/commands';
import { words } from '../../../words';

const w = words.registers.children.step;

export type StepField = 'notice' | 'items' | 'method' | 'scope' | 'exception' | 'sure';

const ASKS: Partial<Record<ChildStep, StepField[]>> = {
  'notice-sent': ['notice', 'items'],
  'consent-given': ['scope', 'method'],
  'parent-proven': ['method'],
  'exception-used': ['exception'],
  'contact-erased': ['sure'],
};

export const asksFor = (step: ChildStep): readonly StepField[] => ASKS[step] ?? [];

/** Steps that speak for themselves: a day is enough. */
const WITHOUT_TEXT: readonly ChildStep[] = ['contact-erased', 'proof-deleted', 'reached-age', 'notice-sent'];
export const needsText = (step: ChildStep): boolean => !WITHOUT_TEXT.includes(step);

export function emptyStep(
  child: number,
  step: ChildStep,
  on: string,
  corrects: number | null = null,
): ChildEntryIn {
  return {
    child,
    step,
    on,
    method: '',
    notice: '',
    items: [],
    disclose: false,
    exception: '',
    text: '',
    request: null,
    corrects,
  };
}

/** What a correction starts from: what the line said that it takes the place of. The text is the reason, written anew. */
export function fromLine(entry: ChildEntryIn, said: LineSaid | null): ChildEntryIn {
  if (!said) return entry;
  const { method, notice, items, disclose, exception, text } = said;
  return { ...entry, method, notice, items: [...items], disclose, exception, text };
}

/** Why a method is not open for this consent; empty when it is. */
export function barred(
  method: Pick<ConsentMethod, 'only_without_disclosure'>,
  about: Pick<ChildIn, 'discloses'>,
  disclose: boolean,
): string {
  return method.only_without_disclosure && (about.discloses.trim() !== '' || disclose) ? w.methodBarred : '';
}

/** The notice that fits most files: the first of the rules, which asks for consent. */
export function noticeOf(rules: ChildRules, id: string): NoticeKind | null {
  return rules.notices.find((kind) => kind.id === id) ?? null;
}

/** Items of a notice, each with whether this file needs it. */
export function itemsFor(kind: NoticeKind | null, needs: readonly NoticeNeeds[]) {
  return (kind?.items ?? []).map((item) => ({ ...item, needed: needs.includes(item.needs) }));
}

/** Items that this file needs and that are not ticked. */
export function itemsLacking(
  kind: NoticeKind | null,
  needs: readonly NoticeNeeds[],
  items: readonly string[],
): number {
  return itemsFor(kind, needs).filter((item) => item.needed && !items.includes(item.id)).length;
}

/** Only items that the chosen notice knows are kept. */
export function itemsOf(kind: NoticeKind | null, items: readonly string[]): string[] {
  const known = new Set((kind?.items ?? []).map((item) => item.id));
  return items.filter((item) => known.has(item));
}

/** What is erased for good: what is there, and nothing that is not. */
export function erases(about: ChildIn): string[] {
  const parts = w.eraseParts;
  const has: [string, string][] = [
    [about.child, parts.child],
    [about.parent.name, parts.parent],
    [about.parent.email, parts.email],
    [about.parent.phone, parts.phone],
    [about.parent.address.join(''), parts.address],
  ];
  return has.filter(([text]) => text.trim() !== '').map(([, name]) => name);
}

export function lacksStep(
  entry: ChildEntryIn,
  about: Pick<ChildIn, 'discloses'>,
  rules: ChildRules,
  sure: boolean,
): Problem[] {
  const found: Problem[] = [];
  const asks = asksFor(entry.step);
  const lack = (field: string, message: string) => found.push({ field, message });
  if (entry.on === '') lack('on', w.needsDay);
  if (asks.includes('notice') && entry.notice === '') lack('notice', w.noticeNeeded);
  if (asks.includes('method')) {
    const method = rules.methods.find((it) => it.id === entry.method);
    if (!method) lack('method', w.methodNeeded);
    else if (entry.step === 'consent-given') {
      const why = barred(method, about, entry.disclose);
      if (why) lack('method', why);
    }
  }
  if (asks.includes('exception') && entry.exception === '') lack('exception', w.exceptionNeeded);
  if (asks.includes('sure') && !sure) lack('sure', w.eraseSureNeeded);
  if ((needsText(entry.step) || entry.corrects !== null) && entry.text.trim() === '')
    lack('text', w.needsText);
  return found;
}

/** As it is sent: nothing from a field that this step does not ask. */
export function cleanedStep(entry: ChildEntryIn, rules: ChildRules): ChildEntryIn {
  const asks = asksFor(entry.step);
  const notice = asks.includes('notice') ? entry.notice : '';
  return {
    ...entry,
    notice,
    items: asks.includes('items') ? itemsOf(noticeOf(rules, notice), entry.items) : [],
    method: asks.includes('method') ? entry.method : '',
    disclose: asks.includes('scope') && entry.disclose,
    exception: asks.includes('exception') ? entry.exception : '',
    text: entry.text.trim(),
  };
}

export interface Offers {
  primary: ChildStepOffer | null;
  offered: ChildStepOffer[];
  refused: ChildStepOffer[];
}

/** The one to do next, the others that are open, and those that are not, each with its reason. */
export function sortOffers(steps: readonly ChildStepOffer[]): Offers {
  const open = steps.filter((it) => it.offered);
  const primary = open.find((it) => it.primary) ?? null;
  return {
    primary,
    offered: open.filter((it) => it !== primary),
    refused: steps.filter((it) => !it.offered && it.reason),
  };
}

export type StepGroup = 'consent' | 'parent' | 'other';
const PARENT: readonly ChildStep[] = [
  'parent-proven',
  'proof-deleted',
  'reviewed',
  'data-erased',
  'further-refused',
];
const CONSENT: readonly ChildStep[] = [
  'contact-collected',
  'notice-sent',
  'consent-given',
  'consent-confirmed',
  'consent-refused',
  'consent-withdrawn',
  'material-change',
  'contact-erased',
];

/** Steps by what they are about, in the order of the core; a group without any is left out. */
export function grouped(offers: readonly ChildStepOffer[]): { group: StepGroup; offers: ChildStepOffer[] }[] {
  const of = (step: ChildStep): StepGroup =>
    CONSENT.includes(step) ? 'consent' : PARENT.includes(step) ? 'parent' : 'other';
  return (['consent', 'parent', 'other'] as const)
    .map((group) => ({ group, offers: offers.filter((offer) => of(offer.step) === group) }))
    .filter((it) => it.offers.length > 0);
}

const STEPS: ReadonlySet<string> = new Set(Object.keys(w.steps));

/** The step that a line of the timeline recorded, when a later line can take its place. */
export function stepOfLine(kind: string): ChildStep | null {
  // What was erased is gone; no later line brings it back.
  return STEPS.has(kind) && kind !== 'contact-erased' ? (kind as ChildStep) : null;
}
