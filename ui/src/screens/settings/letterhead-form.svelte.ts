// The letterhead as it is being edited, and the page it makes. Outlives the screen, so that nothing typed is lost.

import {
  asRefusal,
  call,
  type LetterheadPreview,
  type LetterheadView,
  type LetterLanguage,
} from '../../api/core';
import { base64Of } from '../../shared/files';
import { onLeave, onLock } from '../../state/session.svelte';
import {
  formOf,
  fresh,
  kept,
  none,
  problemAt,
  problemsOf,
  same,
  sent,
  type LetterheadForm,
  type LetterheadProblems,
  type PictureInHand,
} from './letterhead';

/** Typing rests so long before the page is set anew. */
const PREVIEW_MS = 350;

export type Which = 'logo' | 'signature';

class LetterheadState {
  saved: LetterheadView | null = $state.raw(null);
  form: LetterheadForm | null = $state(null);
  logo: PictureInHand = $state.raw(kept(null));
  signature: PictureInHand = $state.raw(kept(null));
  problems: LetterheadProblems = $state({});
  reading: Which | null = $state(null);
  saving = $state(false);

  language: LetterLanguage = $state('en');
  long = $state(false);
  preview: LetterheadPreview | null = $state.raw(null);
  previewProblem = $state('');
  previewing = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  get dirty(): boolean {
    const { saved, form } = this;
    if (!saved || !form) return false;
    return !this.logo.file.keep || !this.signature.file.keep || !same(form, formOf(saved.page));
  }

  async load(): Promise<void> {
    const view = await call('letterhead_show');
    if (this.dirty) this.saved = view;
    else this.#take(view);
    await this.#set();
  }

  #take(view: LetterheadView): void {
    this.saved = view;
    this.form = formOf(view.page);
    this.logo = kept(view.logo);
    this.signature = kept(view.signature);
    this.problems = {};
  }

  /** Something was typed or chosen: the page follows as soon as the hands rest. */
  changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#set(), PREVIEW_MS);
  }

  async #set(): Promise<void> {
    const { form } = this;
    const letterhead = form && sent($state.snapshot(form), this.logo, this.signature);
    if (!form || !letterhead) {
      if (form) this.problems = { ...this.problems, ...problemsOf(form) };
      return;
    }
    const mine = ++this.#asked;
    this.previewing = true;
    try {
      const page = await call('letterhead_preview', { letterhead, language: this.language, long: this.long });
      if (mine !== this.#asked) return;
      this.preview = page;
      this.previewProblem = '';
      this.problems = this.#ofFiles();
    } catch (thrown) {
      if (mine !== this.#asked) return;
      const refusal = asRefusal(thrown);
      const found = problemAt(refusal);
      // The page before stays to be seen; the field says what is wrong.
      if (found) this.problems = { ...this.#ofFiles(), ...found };
      else this.previewProblem = refusal.message;
    } finally {
      if (mine === this.#asked) this.previewing = false;
    }
  }

  /** What is wrong with a file that was not taken stays said while the page follows. */
  #ofFiles(): LetterheadProblems {
    const { logo, signature } = this.problems;
    return { ...(logo ? { logo } : {}), ...(signature ? { signature } : {}) };
  }

  async take(which: Which, file: File): Promise<void> {
    this.reading = which;
    try {
      await this.hand(which, file.name, await base64Of(file, () => undefined));
    } catch (thrown) {
      this.problems = { ...this.problems, [which]: asRefusal(thrown).message };
    } finally {
      this.reading = null;
    }
  }

  /** A file that is already read. One that cannot be printed changes nothing but what is said of it. */
  async hand(which: Which, name: string, base64: string): Promise<void> {
    try {
      const seen = await call('letterhead_picture', { keep: false, name, base64 });
      this[which] = fresh(name, base64, seen);
      const { [which]: _, ...others } = this.problems;
      this.problems = others;
      this.changed();
    } catch (thrown) {
      this.problems = { ...this.problems, [which]: asRefusal(thrown).message };
    }
  }

  remove(which: Which): void {
    this[which] = none();
    const { [which]: _, ...others } = this.problems;
    this.problems = others;
    this.changed();
  }

  /** The view as it is kept now; nothing when a field has to be mended first. */
  async save(): Promise<LetterheadView | null> {
    if (!this.form) return null;
    const letterhead = sent($state.snapshot(this.form), this.logo, this.signature);
    if (!letterhead) {
      this.problems = problemsOf(this.form);
      return null;
    }
    this.saving = true;
    try {
      const view = await call('letterhead_save', letterhead);
      this.#take(view);
      return view;
    } catch (thrown) {
      const found = problemAt(asRefusal(thrown));
      if (!found) throw thrown;
      this.problems = found;
      return null;
    } finally {
      this.saving = false;
    }
  }

  undo(): void {
    if (this.saved) this.#take(this.saved);
    this.changed();
  }

  /** At the lock the page goes, and with it what it shows; what was typed stays until it is saved or undone. */
  lock(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.preview = null;
    this.previewing = false;
    if (!this.dirty) this.forget();
  }

  /** Another desk. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.saved = null;
    this.form = null;
    this.preview = null;
    this.previewProblem = '';
    this.previewing = false;
    this.problems = {};
    this.logo = kept(null);
    this.signature = kept(null);
  }
}

export const letterhead = new LetterheadState();
onLock(() => letterhead.lock());
onLeave(() => letterhead.forget());
