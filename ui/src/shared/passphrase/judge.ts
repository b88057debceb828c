import { words } from '../../words';

/** Shortest passphrase the core takes. */
export const SHORTEST = 10;

/** Fewer guesses than this and a thief has it by lunch. */
export const FEWEST_GUESSES = 1e8;

/** What well-equipped thieves try a second against the desk's slow key derivation. */
const GUESSES_A_SECOND = 1e4;

export interface Strength {
  /** 0 to 4, with a word for each. */
  level: number;
  word: string;
  /** How long thieves would need, in words. */
  time: string;
  /** What makes it weak, when there is one thing to say. */
  warning: string;
  /** Strong enough to be taken. */
  enough: boolean;
}

const STEPS = [FEWEST_GUESSES, 1e10, 1e13, 1e16];

export function judge(guesses: number, warning = ''): Strength {
  const level = STEPS.filter((step) => guesses >= step).length;
  return {
    level,
    word: words.passphrase.strength[level] ?? '',
    time: timeFor(guesses / GUESSES_A_SECOND / 2),
    warning: level >= 2 ? '' : warning,
    enough: guesses >= FEWEST_GUESSES,
  };
}

const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** "3 hours"; nothing more exact than the estimate itself. */
export function timeFor(seconds: number): string {
  const w = words.passphrase;
  if (seconds < 1) return w.moment;
  if (seconds > 100 * UNITS[0][1]) return w.ages;
  const [unit, length] = UNITS.find(([, long]) => seconds >= long) ?? UNITS[5];
  return w.units[unit](Math.max(1, Math.round(seconds / length)));
}

export interface PassphraseProblems {
  passphrase?: string;
  repeat?: string;
}

/** What keeps the two fields from being taken, each in a sentence. */
export function passphraseProblems(
  passphrase: string,
  repeat: string,
  strength: Strength | null,
): PassphraseProblems {
  const w = words.welcome;
  if (!passphrase) return { passphrase: w.needPassphrase };
  if ([...passphrase].length < SHORTEST) return { passphrase: w.shortPassphrase(SHORTEST) };
  if (strength && !strength.enough) return { passphrase: w.weakPassphrase };
  if (passphrase !== repeat) return { repeat: w.repeatDiffers };
  return {};
}
