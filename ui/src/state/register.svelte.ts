// The figures the frame shows that do not belong to one screen.

import { call, type PolicyList, type Verified } from '../api/core';
import { onLock } from './session.svelte';

class Register {
  open: number | null = $state(null);
  /** Dates of the registers that are late or due in seven days. */
  also: number | null = $state(null);
  /** The last time the log was verified while this program ran. */
  verified: Verified | null = $state(null);

  /** Suggestions of the version in force that nobody has reviewed, and contradictions not answered. */
  promises: number | null = $state(null);

  async countPromises(): Promise<void> {
    try {
      this.promises = policiesToDo(await call('policy_list'));
    } catch {
      this.promises = null;
    }
  }

  async count(): Promise<void> {
    try {
      const queue = await call('queue', {
        filter: 'open',
        law: '',
        right: null,
        search: '',
        sort: 'due',
        offset: 0,
        limit: 1,
      });
      this.open = queue.tiles.open;
      this.also = queue.tiles.also_overdue + queue.tiles.also_week;
    } catch {
      this.open = null;
      this.also = null;
    }
  }
}

export const register = new Register();

/** What waits for the officer in a list of versions. */
export function policiesToDo(list: PolicyList): number {
  const now = list.versions.find((version) => version.standing === 'in-force');
  return (now?.progress.suggested ?? 0) + list.contradictions;
}

onLock(() => {
  register.promises = null;
  register.open = null;
  register.also = null;
  register.verified = null;
});
