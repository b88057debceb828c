// Which register is shown: the one the place names, else the one shown last.

import type { Register } from '../../api/commands';
import type { Place, RegistersPlace } from '../../state/nav.svelte';
import { onLeave } from '../../state/session.svelte';

/** In the order of the tabs. */
export const TABS: readonly Register[] = [
  'disclosures',
  'recipients',
  'children',
  'authorizations',
  'consents',
  'suppression',
  'incidents',
];

/** The register shown last; a desk that is opened anew begins with the first. */
export const last: { tab: Register } = $state({ tab: 'disclosures' });
onLeave(() => (last.tab = 'disclosures'));

export function tabOf(place: RegistersPlace, before: Register): Register {
  return place.register ?? before;
}

export function placeOf(place: Place): RegistersPlace {
  return place.screen === 'registers' ? place : { screen: 'registers' };
}

/** Where a key leads from a tab; nothing when it leads nowhere. */
export function tabKey(key: string, now: Register): Register | null {
  const at = TABS.indexOf(now);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: TABS.length - 1 }[key];
  if (to === undefined) return null;
  return TABS[(to + TABS.length) % TABS.length] ?? null;
}
