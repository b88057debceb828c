// What decides which laws apply to the organisation: answers that are yes, no, a number, or not said.

import type {
  AboutOrganisation,
  AboutQuestion,
  LawFamily,
  LawName,
  LawSuggestion,
  LawSuggestions,
} from '../../api/commands';

export const nothingSaid = (): AboutOrganisation => ({
  established: [],
  serves: [],
  facts: {},
  figures: {},
  people: {},
});

export type Said = 'yes' | 'no' | 'unsaid';

export function saidOf(about: AboutOrganisation, id: string): Said {
  const fact = about.facts[id];
  return fact === undefined ? 'unsaid' : fact ? 'yes' : 'no';
}

const without = <T>(answers: Record<string, T>, id: string): Record<string, T> =>
  Object.fromEntries(Object.entries(answers).filter(([other]) => other !== id));

/** An answer taken back is not said: neither yes nor no. */
export function withFact(about: AboutOrganisation, id: string, said: Said): AboutOrganisation {
  const facts = without(about.facts, id);
  return { ...about, facts: said === 'unsaid' ? facts : { ...facts, [id]: said === 'yes' } };
}

/** A whole number as people type it, with blanks, points or commas between the thousands; `null` when it is none. */
export function wholeNumber(text: string): number | null {
  const plain = text.trim().replace(/[\s.,'’]/g, '');
  if (!/^\d{1,15}$/.test(plain)) return null;
  return Number(plain);
}

export function withNumber(
  about: AboutOrganisation,
  kind: 'figures' | 'people',
  id: string,
  number: number | null,
): AboutOrganisation {
  const others = without(about[kind], id);
  return { ...about, [kind]: number === null ? others : { ...others, [id]: number } };
}

export function withPlace(
  about: AboutOrganisation,
  kind: 'established' | 'serves',
  place: string,
  on: boolean,
): AboutOrganisation {
  const others = about[kind].filter((other) => other !== place);
  return { ...about, [kind]: on && place ? [...others, place].sort() : others };
}

/** The questions worth asking; one that is answered stays, so that its answer can be seen and taken back. */
export function questionsOf(
  found: LawSuggestions | null,
  kind: AboutQuestion['kind'],
  about: AboutOrganisation,
): AboutQuestion[] {
  const answered = { fact: about.facts, figure: about.figures, people: about.people }[kind];
  return (found?.questions ?? []).filter((it) => it.kind === kind && (it.asked || it.id in answered));
}

/** The order in which laws are looked for. */
const FAMILIES: LawFamily[] = [
  'europe',
  'us-federal',
  'us-california',
  'us-texas',
  'us-states',
  'elsewhere',
  'contracts',
];

export function families(laws: readonly LawName[]): { family: LawFamily; laws: LawName[] }[] {
  return FAMILIES.map((family) => ({ family, laws: laws.filter((law) => law.family === family) })).filter(
    (group) => group.laws.length > 0,
  );
}

/** The laws that apply by what was said; what cannot be told yet is for the officer. */
export function suggestedLaws(found: LawSuggestions | null): string[] {
  return (found?.laws ?? []).filter((law) => law.suggested === 'yes').map((law) => law.law);
}

/** Takes the suggestions: adds what applies, takes off what does not, and leaves alone what cannot be told yet. */
export function takeSuggestions(ticked: readonly string[], found: LawSuggestions): string[] {
  const verdict = (id: string) => found.laws.find((law) => law.law === id)?.suggested;
  const kept = ticked.filter((id) => verdict(id) !== 'no');
  return [...kept, ...suggestedLaws(found).filter((id) => !kept.includes(id))];
}

/** How taking the suggestions would change what is ticked. */
export function wouldChange(
  ticked: readonly string[],
  found: LawSuggestions | null,
): { add: string[]; remove: string[] } {
  if (!found) return { add: [], remove: [] };
  const next = takeSuggestions(ticked, found);
  return {
    add: next.filter((id) => !ticked.includes(id)),
    remove: ticked.filter((id) => !next.includes(id)),
  };
}

export function suggestionOf(found: LawSuggestions | null, law: string): LawSuggestion | null {
  return found?.laws.find((it) => it.law === law) ?? null;
}

/** Anything said at all: before that no verdict is worth showing. */
export const anythingSaid = (about: AboutOrganisation): boolean =>
  about.established.length > 0 ||
  about.serves.length > 0 ||
  [about.facts, about.figures, about.people].some((answers) => Object.keys(answers).length > 0);

/**
 * Whether a family of laws stands open: while something is typed, as the officer left it, or else when it is the
 * first, when one of its laws was ticked from the start, or when one is suggested.
 */
export function isOpen(
  group: { family: LawFamily; laws: readonly LawName[] },
  typed: string,
  opened: Partial<Record<LawFamily, boolean>>,
  startedWith: readonly string[],
  judged: LawSuggestions | null,
): boolean {
  if (typed.trim() !== '') return true;
  const suggested = (law: LawName) => suggestionOf(judged, law.id)?.suggested === 'yes';
  return (
    opened[group.family] ??
    (group.family === FAMILIES[0] || group.laws.some((law) => startedWith.includes(law.id) || suggested(law)))
  );
}
