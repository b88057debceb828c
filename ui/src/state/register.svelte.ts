// Two figures the frame shows that do not belong to one screen.

import { call, type Verified } from '../api/core';
import { onLock } from './session.svelte';

class Register {
  open: number | null = $state(null);
  /** The last time the log was verified while this program ran. */
  verified: Verified | null = $state(null);

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
    } catch {
      this.open = null;
    }
  }
}

export const register = new Register();

onLock(() => {
  register.open = null;
  register.verified = null;
});
