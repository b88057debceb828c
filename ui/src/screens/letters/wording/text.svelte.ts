// A template while it is being changed: its text, what is wrong with it, and the page as it will be.

import { asRefusal, call, type LetterPdf, type WordingCheck, type WordingView } from '../../../api/core';
import { Keeping, type Kept, type Stale } from '../../../shared/keeping.svelte';
import { firstSeen, seenAt, type Seen } from './wording';

const KEEP_MS = 350;

export type Sample = 'ordinary' | 'longest' | 'strangest';

export class TextOpen {
  view: WordingView = $state.raw() as WordingView;
  source = $state('');
  check: WordingCheck = $state.raw() as WordingCheck;
  checking = $state(false);
  seen: Seen = $state.raw({ at: 0, right: null, outcome: null });
  sample: Sample = $state('ordinary');
  page: LetterPdf | null = $state.raw(null);
  blanks = $state(0);
  paging = $state(false);
  pageProblem = $state('');

  /** What letters are written with now. */
  readonly used = $derived(this.view.versions.find((it) => it.in_use) ?? null);
  /** It is not what letters are written with. */
  readonly changed = $derived(this.source !== (this.used?.source ?? this.view.original));
  /** There is something that no version has yet. */
  readonly fresh = $derived(
    this.changed && this.source !== (this.view.versions[0]?.source ?? this.view.original),
  );

  readonly #keeping = new Keeping({
    wait: KEEP_MS,
    save: async () => void (await call('wording_draft', { ...this.at, source: this.source })),
    after: (stale) => this.#look(stale),
  });
  #pages = 0;
  #gone = false;

  constructor(view: WordingView) {
    this.take(view);
    this.seen = firstSeen(view.cases, view.row.path);
    void this.setPage();
  }

  /** What the core tells anew, the text included. */
  take(view: WordingView): void {
    this.#keeping.renew();
    this.view = view;
    this.source = view.source;
    this.check = view.check;
  }

  get at() {
    return { language: this.view.row.language, path: this.view.row.path };
  }

  get kept(): Kept {
    return this.#keeping.state;
  }

  get keepProblem(): string {
    return this.#keeping.problem;
  }

  put(source: string): void {
    this.source = source;
    this.#keeping.typed();
  }

  /** Keeps what is typed, then says what is wrong with it and sets the page. */
  keep(): Promise<void> {
    return this.#keeping.keep();
  }

  async #look(stale: Stale): Promise<void> {
    if (this.#gone || stale()) return;
    void this.setPage();
    this.checking = true;
    try {
      const check = await call('wording_check', { ...this.at, source: this.source });
      if (!stale()) this.check = check;
    } catch (thrown) {
      this.#keeping.problem = asRefusal(thrown).message;
    } finally {
      if (!stale()) this.checking = false;
    }
  }

  async setPage(): Promise<void> {
    const it = this.view.cases[this.seen.at];
    if (!it) return;
    const mine = ++this.#pages;
    this.paging = true;
    try {
      const made = await call('wording_preview', {
        ...this.at,
        source: this.source,
        law: it.law,
        kind: it.kind,
        right: this.seen.right,
        outcome: this.seen.outcome,
        sample: this.sample,
      });
      if (mine !== this.#pages) return;
      this.page = made.pdf;
      this.blanks = made.blanks;
      this.pageProblem = '';
    } catch (thrown) {
      if (mine === this.#pages) this.pageProblem = asRefusal(thrown).message;
    } finally {
      if (mine === this.#pages) this.paging = false;
    }
  }

  see(seen: Partial<Seen>): void {
    this.seen = seen.at === undefined ? { ...this.seen, ...seen } : seenAt(this.view.cases, seen.at);
    void this.setPage();
  }

  with(sample: Sample): void {
    this.sample = sample;
    void this.setPage();
  }

  /** Keeps a version; gives its number. */
  async save(note: string, in_use: boolean): Promise<number> {
    await this.keep();
    const [source, check] = [this.source, this.check];
    const view = await call('wording_save', { ...this.at, source, note, in_use });
    this.take(view);
    // What was kept and is not used stays before one's eyes.
    if (!in_use) {
      this.source = source;
      this.check = check;
    }
    void this.setPage();
    return view.versions[0]?.version ?? 0;
  }

  async use(version: number | null): Promise<void> {
    await this.keep();
    this.take(await call('wording_use', { ...this.at, version }));
    void this.setPage();
  }

  async discard(): Promise<void> {
    await this.#keeping.settle();
    this.take(await call('wording_discard', this.at));
    void this.setPage();
  }

  /** Another template, or another screen: the last words are kept first. */
  async leave(): Promise<void> {
    await this.keep();
    this.#gone = true;
    this.#keeping.end();
    this.#pages += 1;
  }
}
