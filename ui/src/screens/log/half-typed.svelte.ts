// The half-typed request while its page is open: what is shown, what is kept, what the laws say.

import { SvelteSet } from 'svelte/reactivity';
import {
  asRefusal,
  call,
  shell,
  type FileName,
  type Logged,
  type Preview,
  type Problem,
  type RequestDraft,
} from '../../api/core';
import { emptyDraft, isBlank, localMoment } from './log';

const PREVIEW_MS = 120;
const KEEP_MS = 400;

export type Kept = 'nothing' | 'typing' | 'saving' | 'kept' | 'failed';

export class HalfTyped {
  draft: RequestDraft = $state(emptyDraft(''));
  files: FileName[] = $state([]);
  preview: Preview | null = $state.raw(null);
  zone = $state('');
  kept: Kept = $state('nothing');
  /** When the draft that was found had been kept; empty when that is unknown, null when none was found. */
  foundFrom: string | null = $state(null);
  loaded = $state(false);
  logging = $state(false);
  /** What the core said when logging was tried, beyond what the preview knows. */
  refused: Problem[] = $state.raw([]);

  /** The fields that were left: what they lack may be said. */
  readonly touched = new SvelteSet<string>();

  #asked = 0;
  #typed = 0;
  #answered = 0;
  #pressed = false;
  #left: string[] = [];
  #held: (() => void) | null = null;
  #previewTimer: ReturnType<typeof setTimeout> | undefined;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #everKept = false;
  #closed = false;
  #logged = false;
  #keeping: Promise<void> = Promise.resolve();

  readonly problems: Problem[] = $derived([...this.refused, ...(this.preview?.problems ?? [])]);

  async load(now: () => Date): Promise<void> {
    const [found, profile] = await Promise.all([call('draft_load'), call('profile').catch(() => null)]);
    this.zone = profile?.time_zone ?? '';
    this.files = found.files;
    if (found.draft && !isBlank(found.draft)) {
      this.draft = found.draft;
      this.foundFrom = found.saved_at ?? '';
      this.#everKept = true;
    } else {
      this.draft = emptyDraft(localMoment(now(), this.zone));
    }
    this.loaded = true;
    await this.#ask();
  }

  /** Called whenever something of the draft changed. */
  changed(): void {
    if (!this.loaded || this.#closed) return;
    this.#typed += 1;
    this.refused = [];
    clearTimeout(this.#previewTimer);
    this.#previewTimer = setTimeout(() => void this.#ask(), PREVIEW_MS);
    if (!this.#everKept && isBlank(this.draft)) return;
    this.kept = 'typing';
    clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(() => void this.keep(), KEEP_MS);
  }

  /** Keeps at once what is not kept yet; the field was left, or the page is. */
  async keep(): Promise<void> {
    clearTimeout(this.#keepTimer);
    if (this.kept !== 'typing' && this.kept !== 'failed') return this.#keeping;
    this.kept = 'saving';
    this.#everKept = true;
    // One after the other: an older wording never arrives after a newer one.
    this.#keeping = this.#keeping.then(async () => {
      if (this.#logged) return;
      try {
        await call('draft_save', { draft: $state.snapshot(this.draft) });
        if (this.kept === 'saving') this.kept = 'kept';
      } catch {
        this.kept = 'failed';
      }
    });
    return this.#keeping;
  }

  /** A field was left. It counts once the answer to what stands in it is there: an older one knows nothing of it. */
  leftField(field: string): void {
    this.#left.push(field);
    this.#settle();
  }

  /** The pointer goes down: until it is up again nothing may move under it, or the click lands beside what was meant. */
  press(): void {
    this.#pressed = true;
  }

  /** The pointer is up and its click is done: what waited is shown. */
  release(): void {
    this.#pressed = false;
    const held = this.#held;
    this.#held = null;
    held?.();
    this.#settle();
  }

  #settle(): void {
    if (this.#pressed || this.#answered !== this.#typed) return;
    for (const field of this.#left) this.touched.add(field);
    this.#left = [];
  }

  async #ask(): Promise<void> {
    const ask = ++this.#asked;
    const typed = this.#typed;
    let show: () => void;
    try {
      const preview = await call('request_preview', { draft: $state.snapshot(this.draft) });
      show = () => (this.preview = preview);
    } catch (thrown) {
      const { message, field } = asRefusal(thrown);
      show = () => (this.refused = [{ field: field ?? '', message }]);
    }
    // An answer to what stood there before is not shown over a newer one.
    if (ask !== this.#asked) return;
    const answer = () => {
      this.#answered = typed;
      show();
      this.#settle();
    };
    if (this.#pressed && !this.logging) this.#held = answer;
    else answer();
  }

  /** Logs it once. Null when something is missing or not right; then `problems` says what. */
  async log(): Promise<Logged | null> {
    if (this.logging) return null;
    this.logging = true;
    clearTimeout(this.#previewTimer);
    try {
      // Kept first: when logging fails nothing is lost, and no late keeping brings back a logged draft.
      await this.keep();
      await this.#ask();
      if (this.problems.length > 0) return null;
      const logged = await call('request_log', { draft: $state.snapshot(this.draft) });
      this.#logged = true;
      this.close();
      return logged;
    } catch (thrown) {
      const { message, field } = asRefusal(thrown);
      this.refused = [{ field: field ?? '', message }];
      return null;
    } finally {
      this.logging = false;
    }
  }

  async startAfresh(now: Date): Promise<void> {
    clearTimeout(this.#previewTimer);
    clearTimeout(this.#keepTimer);
    await this.#keeping;
    await call('draft_discard');
    this.#everKept = false;
    this.draft = emptyDraft(localMoment(now, this.zone));
    this.files = [];
    this.refused = [];
    this.foundFrom = null;
    this.kept = 'nothing';
    this.#left = [];
    this.#held = null;
    this.touched.clear();
    await this.#ask();
  }

  takeFiles(files: FileName[]): void {
    const fresh = files.filter((file) => this.files.every((known) => known.id !== file.id));
    if (fresh.length === 0) return;
    this.files = [...this.files, ...fresh];
    this.draft.files = [...this.draft.files, ...fresh.map((file) => file.id)];
  }

  async pickFiles(): Promise<number> {
    const files = await shell.pickFiles(null);
    this.takeFiles(files);
    return files.length;
  }

  async removeFile(id: number): Promise<void> {
    await call('file_discard', { id });
    this.files = this.files.filter((file) => file.id !== id);
    this.draft.files = this.draft.files.filter((file) => file !== id);
  }

  /** The page is left: what was typed last is kept, and no answer is waited for. */
  leave(): void {
    void this.keep();
    this.close();
  }

  /** Drops timers; nothing is kept or asked any more. */
  close(): void {
    this.#closed = true;
    this.#asked += 1;
    clearTimeout(this.#previewTimer);
    clearTimeout(this.#keepTimer);
  }
}
