// What a promise limits, in a few words each: time, how often, what it asks, by which way, what it excepts.

import type { Condition, Reading, TimeLimit } from '../../api/commands';
import { words } from '../../words';

/** “3 weeks”, “1 month”, “promptly”. */
export function timeLimit(limit: TimeLimit): string {
  const w = words.promise;
  return limit.unit === 'promptly' ? w.promptly : w.time(limit.count, words.terms.units[limit.unit]);
}

/** As it stands in the middle of a sentence. */
const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** A requirement by its name, with the words it must show when it is a label; else the words of the policy. */
function condition(it: Condition): string {
  if (it.requires === 'label') return words.promise.label(it.words);
  return it.requires ? small(words.terms.requirements[it.requires]) : it.words;
}

/** Said once each, in the order in which somebody checks a request against it. */
export function brief(reading: Reading): string[] {
  const w = words.promise;
  const asks = [...new Set(reading.conditions.map(condition))];
  const ways = reading.ways.map((it) =>
    it.value ? w.wayAt(small(words.terms.ways[it.way]), it.value) : small(words.terms.ways[it.way]),
  );
  const except = [...new Set(reading.exceptions.map((it) => small(words.terms.exceptions[it.what])))];
  return [
    ...(reading.time_limit ? [w.within(timeLimit(reading.time_limit))] : []),
    ...(reading.frequency ? [w.often(reading.frequency.times, reading.frequency.per)] : []),
    ...(ways.length > 0 ? [w.by(ways)] : []),
    ...(asks.length > 0 ? [w.asks(asks)] : []),
    ...(except.length > 0 ? [w.except(except)] : []),
    ...(reading.age === null ? [] : [w.below(reading.age)]),
  ];
}
