// A file of disclosures on its way in: what it is taken for, and what would become of each row.
// Holds people's data, so locking the desk empties it.

import {
  asRefusal,
  call,
  type HandlingIn,
  type ImportColumn,
  type ImportDone,
  type ImportPreview,
} from '../../api/core';
import { base64Of } from '../../shared/files';
import { onLeave, onLock } from '../../state/session.svelte';
import { words } from '../../words';
import { cleaned, emptyHandling } from './handling';
import { ENDINGS, LARGEST } from './import';

const LOOK_MS = 300;

export class Importing {
  file: { name: string; base64: string } | null = $state.raw(null);
  usual: HandlingIn = $state(emptyHandling(''));
  preview: ImportPreview | null = $state.raw(null);
  /** Of a hundred, while a file is read. */
  share: number | null = $state(null);
  looking = $state(false);
  problem = $state('');
  #columns: ImportColumn[] | null = null;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly busy = $derived(this.share !== null || this.looking);

  /** A file that was chosen. */
  async take(file: File): Promise<void> {
    if (!this.#fits(file.name, file.size)) return;
    this.share = 0;
    try {
      const base64 = await base64Of(file, (share) => (this.share = share));
      this.file = { name: file.name, base64 };
    } catch {
      this.problem = words.registers.importing.unreadable(file.name);
      return;
    } finally {
      this.share = null;
    }
    this.#columns = null;
    await this.look();
  }

  /** A file that was dropped on the window, its bytes in hand already. */
  async hand(name: string, base64: string): Promise<void> {
    if (this.busy || !this.#fits(name, (base64.length / 4) * 3)) return;
    this.file = { name, base64 };
    this.#columns = null;
    await this.look();
  }

  #fits(name: string, size: number): boolean {
    const w = words.registers.importing;
    const lower = name.toLowerCase();
    const known = ENDINGS.some((ending) => lower.endsWith(ending));
    this.problem = known ? (size > LARGEST ? w.tooLarge(name) : '') : w.wrongKind(name);
    return this.problem === '';
  }

  /** A column is taken for another field; one field stands in one column only. */
  map(number: number, field: string): void {
    const now = this.preview?.columns ?? [];
    this.#columns = now.map((it) => {
      if (it.number === number) return { ...it, field };
      return field !== '' && it.field === field ? { ...it, field: '' } : it;
    });
    void this.look();
  }

  /** A usual value was typed: looks again a moment later. */
  changed(): void {
    clearTimeout(this.#timer);
    if (this.file) this.#timer = setTimeout(() => void this.look(), LOOK_MS);
  }

  /** What would become of the rows; a later answer never gives way to an earlier one. */
  async look(): Promise<void> {
    clearTimeout(this.#timer);
    const asked = this.#asked();
    if (!asked) return;
    const turn = ++this.#turn;
    this.looking = true;
    try {
      const preview = await call('handling_import_preview', asked);
      if (turn !== this.#turn) return;
      this.preview = preview;
      this.problem = '';
    } catch (thrown) {
      if (turn === this.#turn) this.problem = asRefusal(thrown).message;
    } finally {
      if (turn === this.#turn) this.looking = false;
    }
  }

  /** Enters the good rows in one go, or none. */
  async enter(): Promise<ImportDone | null> {
    const asked = this.#asked();
    if (!asked) return null;
    try {
      const done = await call('handling_import', asked);
      this.clear();
      return done;
    } catch (thrown) {
      this.problem = asRefusal(thrown).message;
      return null;
    }
  }

  #asked() {
    if (!this.file) return null;
    return { ...this.file, columns: this.#columns, usual: cleaned($state.snapshot(this.usual)) };
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.#columns = null;
    this.file = null;
    this.preview = null;
    this.problem = '';
    this.looking = false;
    this.usual = emptyHandling('');
  }
}

export const importing = new Importing();
onLock(() => importing.clear());
onLeave(() => importing.clear());
