// An honest judgement of a passphrase: how many guesses an attacker needs who tries the likely ones first.

import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import { words } from '../../words';
import type { Strength } from './judge';
import { judge } from './judge';

const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary },
  graphs: common.adjacencyGraphs,
  translations: {
    ...english.translations,
    warnings: { ...english.translations.warnings, userInputs: words.passphrase.holdsNames },
  },
});

/** `known` are words an attacker would try first: the organisation, the officer. */
export function strengthOf(passphrase: string, known: readonly string[] = []): Strength {
  const names = known.flatMap((text) => [text, ...text.split(/\s+/)]).filter((word) => word.length > 2);
  // Beyond this length nothing gets weaker, but the search gets slow.
  const { guesses, feedback } = zxcvbn.check(passphrase.slice(0, 100), names);
  return judge(guesses, feedback.warning ?? '');
}
