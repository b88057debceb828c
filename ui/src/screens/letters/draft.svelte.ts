// A letter while it is being written: its words, what is missing, and the page as it will be.

import {
  asRefusal,
  call,
  type EnclosureIn,
  type LetterDraft,
  type LetterPdf,
  type LetterText,
  type RequestView,
} from '../../api/core';
import { Keeping, type Kept, type Stale } from '../../shared/keeping.svelte';
import { readiness, takeOver } from './letters';

const KEEP_MS = 400;
const PREVIEW_MS = 500;

export class DraftOpen {
  draft: LetterDraft = $state.raw() as LetterDraft;
  text: LetterText = $state() as LetterText;
  preview: LetterPdf | null = $state.raw(null);
  previewing = $state(false);
  previewProblem = $state('');

  readonly readiness = $derived(readiness(this.draft));
  readonly canIssue = $derived(this.kept === 'kept' && this.readiness.ready);

  readonly #keeping = new Keeping({
    wait: KEEP_MS,
    save: (stale) => this.#save(stale),
    after: () => this.#pageSoon(),
  });
  #previewTimer: ReturnType<typeof setTimeout> | undefined;
  #previews = 0;
  #closed = false;

  constructor(start: LetterDraft) {
    this.draft = start;
    this.text = structuredClone(start.text);
    void this.#setPage();
  }

  get kept(): Kept {
    return this.#keeping.state;
  }

  get keepProblem(): string {
    return this.#keeping.problem;
  }

  /** The officer changed the words. */
  changed(): void {
    this.#keeping.typed();
  }

  /** Keeps what is not kept yet and asks what is missing now. */
  keep(): Promise<void> {
    return this.#keeping.keep();
  }

  async #save(stale: Stale): Promise<void> {
    const answer = await call('letter_save', {
      request: this.draft.request,
      text: $state.snapshot(this.text),
    });
    this.draft = takeOver(this.draft, answer, stale());
    // The items each block carries may be told anew; its words stay the officer's.
    if (!stale() && answer.text.blocks.length === this.text.blocks.length) {
      answer.text.blocks.forEach((block, at) => {
        const own = this.text.blocks[at];
        if (own) own.items = block.items;
      });
    }
  }

  #pageSoon(): void {
    if (this.#closed) return;
    clearTimeout(this.#previewTimer);
    this.#previewTimer = setTimeout(() => void this.#setPage(), PREVIEW_MS);
  }

  async #setPage(): Promise<void> {
    const mine = ++this.#previews;
    this.previewing = true;
    try {
      const page = await call('letter_preview', { id: this.draft.request });
      if (mine !== this.#previews) return;
      this.preview = page;
      this.previewProblem = '';
    } catch (thrown) {
      if (mine === this.#previews) this.previewProblem = asRefusal(thrown).message;
    } finally {
      if (mine === this.#previews) this.previewing = false;
    }
  }

  /** Says anew what goes along with the letter; rejects with the sentence of the core. */
  async enclose(items: EnclosureIn[], also: string, copyTo: string): Promise<void> {
    await this.keep();
    const { request } = this.draft;
    const answer = await call('letter_enclose', { request, items, also, copy_to: copyTo });
    const { enclosures, items: required, ready } = answer;
    const besides = { also: answer.also, copy_to: answer.copy_to };
    this.draft = { ...this.draft, enclosures, ...besides, items: required, ready };
    if (!this.#closed) void this.#setPage();
  }

  async issue(sentBy: string, seen: string[], plainMail = '', waits = false): Promise<RequestView> {
    await this.keep();
    if (this.kept === 'failed') throw asRefusal(new Error(this.keepProblem));
    const next = await call('letter_issue', {
      request: this.draft.request,
      sent_by: sentBy,
      seen,
      ...(plainMail ? { plain_mail_reason: plainMail } : {}),
      ...(waits ? { waits: true } : {}),
    });
    this.#keeping.end();
    return next;
  }

  /** Answered in writing: it no longer stands in the way. */
  answered(key: string): void {
    const contradictions = this.draft.contradictions.filter((it) => it.key !== key);
    this.draft = { ...this.draft, contradictions };
  }

  async discard(): Promise<void> {
    await this.#keeping.settle();
    await call('letter_discard', { id: this.draft.request });
    this.#keeping.end();
    this.close();
  }

  /** The editor is left: the last words are kept first. */
  async leave(): Promise<void> {
    this.#closed = true;
    await this.keep();
    this.close();
  }

  close(): void {
    this.#closed = true;
    this.#previews += 1;
    this.#keeping.stop();
    clearTimeout(this.#previewTimer);
  }
}
