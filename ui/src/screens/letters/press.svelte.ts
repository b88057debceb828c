// Putting the post of the day together: some letters a call, so that a bar can move and a stop is heard.

import { asRefusal, call, type PostWork } from '../../api/core';

export class Press {
  work: PostWork | null = $state.raw(null);
  problem = $state('');
  #stopping = false;

  get running(): boolean {
    return this.work !== null && this.work.done < this.work.total;
  }
  get done(): boolean {
    return this.work !== null && this.work.done >= this.work.total;
  }

  /** True once everything is in it; false when it was stopped or refused. */
  async run(keys: string[], cover: boolean, duplex: boolean): Promise<boolean> {
    this.problem = '';
    this.#stopping = false;
    try {
      let work = await call('post_begin', { keys, cover, duplex, until: '' });
      while (!this.#stopping && work.done < work.total) {
        this.work = work;
        work = await call('post_on', { id: work.id });
      }
      this.work = work;
      if (!this.#stopping) return true;
      await this.forget();
    } catch (thrown) {
      this.work = null;
      this.problem = asRefusal(thrown).message;
    }
    return false;
  }

  stop(): void {
    this.#stopping = true;
  }

  /** Nothing of it stays, neither here nor in the core. */
  async forget(): Promise<void> {
    this.#stopping = true;
    const work = this.work;
    this.work = null;
    if (work) await call('post_stop', { id: work.id }).catch(() => undefined);
  }
}
