import type { Component } from 'svelte';
import type { Place, ScreenName } from '../../state/nav.svelte';

type Screen = Component<{ place: Place }>;

// One folder per screen; the screen has the name of its folder.
const found = import.meta.glob<{ default: Screen }>('../*/*.svelte', { eager: true });

export function screenFor(name: ScreenName): Screen | undefined {
  return found[`../${name}/${name}.svelte`]?.default;
}

/** The screens of the rail, in its order: Ctrl+1 is the first. */
export const RAIL = [
  'queue',
  'calendar',
  'letters',
  'registers',
  'policies',
  'year',
  'settings',
] as const satisfies readonly ScreenName[];
