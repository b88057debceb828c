// The suppression list as far as it was fetched. Emptied when the desk locks.

import {
  call,
  type SuppressionCount,
  type SuppressionList,
  type SuppressionRow,
  type SuppressionScope,
} from '../../api/core';
import { Paged } from '../../shared/register/paged.svelte';
import { onLeave, onLock } from '../../state/session.svelte';

class Suppression {
  search = $state('');
  scope = $state<SuppressionScope | null>(null);
  lifted = $state(false);
  counts: SuppressionCount[] = $state.raw([]);
  today = $state('');

  readonly list = new Paged<SuppressionRow>(async (offset, limit) => {
    const { search, scope, lifted } = this;
    const answer = await call('suppression_list', {
      search: search.trim(),
      scope,
      lifted,
      line: null,
      offset,
      limit,
    });
    this.#take(answer);
    return answer;
  });

  readonly narrowed = $derived(this.search.trim() !== '' || this.scope !== null || this.lifted);
  readonly all = $derived(this.counts.reduce((sum, it) => sum + it.addresses, 0));

  count(scope: SuppressionScope): number {
    return this.counts.find((it) => it.scope === scope)?.addresses ?? 0;
  }

  #take(answer: SuppressionList): void {
    this.counts = answer.counts;
    this.today = answer.today;
  }

  /** At the lock: rows and the search, which may be a name, go. */
  lock(): void {
    this.list.forget();
    this.search = '';
    this.counts = [];
  }
}

export const suppression = new Suppression();
onLock(() => suppression.lock());
onLeave(() => {
  suppression.lock();
  suppression.scope = null;
  suppression.lifted = false;
});
