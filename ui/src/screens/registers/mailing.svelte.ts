// A mailing list while it is held against the suppression list. Nothing of it is kept; locking the desk drops it.

import { asRefusal, call, type MailingListChecked, type SuppressionScope } from '../../api/core';
import { base64Of } from '../../shared/files';
import { onLeave, onLock } from '../../state/session.svelte';
import { words } from '../../words';
import { ENDINGS, LARGEST } from './suppression';

export class Mailing {
  file: { name: string; base64: string } | null = $state.raw(null);
  scope: SuppressionScope = $state('newsletter');
  found: MailingListChecked | null = $state.raw(null);
  /** Of a hundred, while a file is read. */
  share: number | null = $state(null);
  looking = $state(false);
  problem = $state('');
  #column: number | null = null;
  #turn = 0;

  readonly busy = $derived(this.share !== null || this.looking);

  async take(file: File): Promise<void> {
    if (!this.#fits(file.name, file.size)) return;
    this.share = 0;
    try {
      this.file = { name: file.name, base64: await base64Of(file, (share) => (this.share = share)) };
    } catch {
      this.problem = words.registers.suppression.check.unreadable(file.name);
      return;
    } finally {
      this.share = null;
    }
    this.#column = null;
    await this.look();
  }

  async hand(name: string, base64: string): Promise<void> {
    if (this.busy || !this.#fits(name, (base64.length / 4) * 3)) return;
    this.file = { name, base64 };
    this.#column = null;
    await this.look();
  }

  #fits(name: string, size: number): boolean {
    const w = words.registers.suppression.check;
    const known = ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
    this.problem = known ? (size > LARGEST ? w.tooLarge(name) : '') : w.wrongKind(name);
    return this.problem === '';
  }

  choose(column: number): void {
    this.#column = column;
    void this.look();
  }

  send(scope: SuppressionScope): void {
    this.scope = scope;
    void this.look();
  }

  /** A later answer never gives way to an earlier one. */
  async look(): Promise<void> {
    if (!this.file) return;
    const turn = ++this.#turn;
    this.looking = true;
    try {
      const found = await call('suppression_check', {
        ...this.file,
        column: this.#column,
        scope: this.scope,
      });
      if (turn !== this.#turn) return;
      this.found = found;
      this.problem = '';
    } catch (thrown) {
      if (turn === this.#turn) this.problem = asRefusal(thrown).message;
    } finally {
      if (turn === this.#turn) this.looking = false;
    }
  }

  clear(): void {
    this.#turn += 1;
    this.#column = null;
    this.file = null;
    this.found = null;
    this.problem = '';
    this.looking = false;
  }
}

export const mailing = new Mailing();
onLock(() => mailing.clear());
onLeave(() => mailing.clear());
