// A reading as it stands in a form: what is typed are words, and a part that is switched off is kept until the form closes.

import type {
  Act,
  Audience,
  DataTopic,
  Exception,
  Per,
  Polarity,
  PromiseKind,
  Reading,
  Requirement,
  Right,
  TimeUnit,
  Way,
} from '../../api/commands';
import { words } from '../../words';

/** A choice with words beside it: a way and its address, a condition and its words, an exception and its words. */
export interface Pair<T extends string> {
  choice: T;
  text: string;
}

export interface ReadingForm {
  kind: PromiseKind;
  audiences: Audience[];
  rights: Right[];
  polarity: Polarity;
  ways: Pair<Way>[];
  /** An empty choice: only a reader can judge. */
  conditions: Pair<Requirement | ''>[];
  exceptions: Pair<Exception>[];
  hasTime: boolean;
  time: { count: string; unit: TimeUnit; words: string };
  hasFrequency: boolean;
  frequency: { times: string; per: Per; words: string };
  acts: Act[];
  data: DataTopic[];
  age: string;
}

export function formOf(reading: Reading): ReadingForm {
  const { time_limit: time, frequency } = reading;
  return {
    kind: reading.kind,
    audiences: [...reading.audiences],
    rights: [...reading.rights],
    polarity: reading.polarity,
    ways: reading.ways.map((it) => ({ choice: it.way, text: it.value })),
    conditions: reading.conditions.map((it) => ({ choice: it.requires ?? '', text: it.words })),
    exceptions: reading.exceptions.map((it) => ({ choice: it.what, text: it.words })),
    hasTime: time !== null,
    time: { count: time ? String(time.count) : '', unit: time?.unit ?? 'days', words: time?.words ?? '' },
    hasFrequency: frequency !== null,
    frequency: {
      times: frequency ? String(frequency.times) : '1',
      per: frequency?.per ?? 'calendar-year',
      words: frequency?.words ?? '',
    },
    acts: [...reading.acts],
    data: [...reading.data],
    age: reading.age === null ? '' : String(reading.age),
  };
}

export type FormErrors = Partial<Record<'audiences' | 'conditions' | 'time' | 'frequency' | 'age', string>>;

function whole(text: string, least: number, most: number): number | null {
  const number = /^\d+$/.test(text.trim()) ? Number(text.trim()) : NaN;
  return number >= least && number <= most ? number : null;
}

export function errorsOf(form: ReadingForm): FormErrors {
  const w = words.policies.correct;
  const errors: FormErrors = {};
  if (form.audiences.length === 0) errors.audiences = w.audiencesNeeded;
  // A label is nothing without its words; what only a reader can judge neither.
  const wordless = form.conditions.some(
    (it) => !it.text.trim() && (it.choice === '' || it.choice === 'label'),
  );
  if (wordless) errors.conditions = w.wordsNeeded;
  if (form.hasTime && form.time.unit !== 'promptly' && whole(form.time.count, 1, 999) === null) {
    errors.time = w.countNeeded;
  }
  if (form.hasFrequency && whole(form.frequency.times, 1, 999) === null) errors.frequency = w.countNeeded;
  if (form.age.trim() && whole(form.age, 1, 99) === null) errors.age = w.ageWrong;
  return errors;
}

/** The reading the form says; only of a form without errors. */
export function readingOf(form: ReadingForm): Reading {
  const promptly = form.time.unit === 'promptly';
  return {
    kind: form.kind,
    audiences: [...form.audiences],
    rights: [...form.rights],
    polarity: form.polarity,
    ways: form.ways.map((it) => ({ way: it.choice, value: it.text.trim() })),
    conditions: form.conditions.map((it) => ({ requires: it.choice || null, words: it.text.trim() })),
    time_limit: form.hasTime
      ? {
          count: promptly ? 0 : (whole(form.time.count, 1, 999) ?? 0),
          unit: form.time.unit,
          words: form.time.words.trim(),
        }
      : null,
    frequency: form.hasFrequency
      ? {
          times: whole(form.frequency.times, 1, 999) ?? 1,
          per: form.frequency.per,
          words: form.frequency.words.trim(),
        }
      : null,
    exceptions: form.exceptions.map((it) => ({ what: it.choice, words: it.text.trim() })),
    acts: [...form.acts],
    data: [...form.data],
    age: whole(form.age, 1, 99),
  };
}

/** Taken in when it was out, taken out when it was in. */
export function toggled<T>(list: readonly T[], it: T): T[] {
  return list.includes(it) ? list.filter((other) => other !== it) : [...list, it];
}

/** A closed list of the core as choices, in the order of its words. */
export function choicesOf<T extends string>(names: Record<T, string>): { value: T; label: string }[] {
  return (Object.keys(names) as T[]).map((value) => ({ value, label: names[value] }));
}
