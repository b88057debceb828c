// Files that leave the desk: where they go is asked by the shell.

import { shell, type Place } from '../../api/core';
import { toasts } from '../../state/toasts.svelte';
import { words } from '../../words';

async function saved(asked: Promise<Place | null>): Promise<void> {
  try {
    const place = await asked;
    if (place) toasts.say(words.policies.savedAt(place.place));
  } catch (thrown) {
    toasts.problem(thrown);
  }
}

export const saveOriginal = (id: number): Promise<void> => saved(shell.savePolicy(id));
export const saveSheet = (id: number): Promise<void> => saved(shell.savePolicySheet(id));
