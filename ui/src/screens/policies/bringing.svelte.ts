// A policy half brought in. It names no person, so it outlives the lock and a look at another screen, but not the desk.

import {
  asRefusal,
  call,
  type PolicyAbout,
  type PolicyFile,
  type PolicyRead,
  type PolicyView,
} from '../../api/core';
import { onLeave } from '../../state/session.svelte';
import { words } from '../../words';
import { base64Of } from '../../shared/files';
import { aboutErrors, placeOf, readable, type AboutErrors } from './bring-in';

const w = words.policies.bring;
const NOTHING: PolicyAbout = { title: '', from: '', until: '', source: '', publisher: '' };

export class Bringing {
  way: 'file' | 'paste' = $state('file');
  text = $state('');
  file: PolicyFile | null = $state.raw(null);
  read: PolicyRead | null = $state.raw(null);
  about: PolicyAbout = $state({ ...NOTHING });
  /** Of a hundred, while a file is read. */
  share: number | null = $state(null);
  finding = $state(false);
  /** Beside the file or the text, beside a field of the version, or above the buttons. */
  problem = $state('');
  field = $state('');
  tried = $state(false);
  /** The text changed after it was read. */
  stale = $state(false);
  #asked = 0;

  readonly busy = $derived(this.share !== null || this.finding);
  readonly errors: AboutErrors = $derived(this.tried ? aboutErrors(this.about) : {});

  /** What the core shall read; null while there is nothing. */
  get given(): PolicyFile | null {
    if (this.way === 'file') return this.file;
    return this.text.trim() ? { name: '', base64: '', text: this.text } : null;
  }

  choose(way: 'file' | 'paste'): void {
    this.way = way;
    this.problem = '';
    this.stale = this.read !== null;
  }

  typed(): void {
    this.problem = '';
    this.stale = this.read !== null;
  }

  /** Takes a file that was chosen or dropped, and shows at once what it becomes. */
  async take(file: File): Promise<void> {
    this.problem = readable(file.name, file.size) ?? '';
    this.field = 'file';
    this.way = 'file';
    if (this.problem) return;
    this.share = 0;
    try {
      const base64 = await base64Of(file, (share) => (this.share = share));
      this.file = { name: file.name, base64, text: '' };
    } catch {
      this.problem = w.unreadable(file.name);
      return;
    } finally {
      this.share = null;
    }
    await this.show();
  }

  /** A file that was dropped on the window, its bytes in hand already. */
  async hand(name: string, base64: string): Promise<void> {
    if (this.busy) return;
    this.problem = readable(name, (base64.length / 4) * 3) ?? '';
    this.field = 'file';
    this.way = 'file';
    if (this.problem) return;
    this.file = { name, base64, text: '' };
    await this.show();
  }

  /** Reads what was given; keeps what was typed about it. */
  async show(): Promise<void> {
    const given = this.given;
    this.problem = given ? '' : w.nothing;
    this.field = this.way;
    if (!given) return;
    const asked = ++this.#asked;
    this.finding = true;
    try {
      const read = await call('policy_read', given);
      if (asked !== this.#asked) return;
      const before = this.read;
      this.read = read;
      this.stale = false;
      // What the text proposes goes where nothing was typed, or where the last proposal still stands.
      const { about } = this;
      if (!about.title || about.title === before?.title) about.title = read.title;
      if (!about.from || about.from === before?.effective?.on) about.from = read.effective?.on ?? about.from;
      if (!about.source || about.source === before?.source) about.source = read.source;
    } catch (thrown) {
      if (asked === this.#asked) this.#refused(thrown, this.way);
    } finally {
      if (asked === this.#asked) this.finding = false;
    }
  }

  /** Brings it in; null when something is still wrong. */
  async add(): Promise<PolicyView | null> {
    this.tried = true;
    this.problem = '';
    const given = this.given;
    if (!given || Object.keys(aboutErrors(this.about)).length > 0) return null;
    try {
      return await call('policy_add', { file: given, about: $state.snapshot(this.about) });
    } catch (thrown) {
      this.#refused(thrown, '');
      return null;
    }
  }

  /** Beside the field it names; what names none stands where the officer just was. */
  #refused(thrown: unknown, here: string): void {
    const refusal = asRefusal(thrown);
    this.problem = refusal.message;
    this.field = placeOf(refusal.field, this.way, here);
  }

  /** The refusal of a field of the version, else what the page itself found wrong. */
  error(field: keyof PolicyAbout): string | null {
    if (this.problem && this.field === field) return this.problem;
    return (this.errors as Partial<Record<keyof PolicyAbout, string>>)[field] ?? null;
  }

  clear(): void {
    this.#asked += 1;
    this.way = 'file';
    this.text = '';
    this.file = null;
    this.read = null;
    this.about = { ...NOTHING, publisher: this.about.publisher };
    this.problem = '';
    this.tried = false;
    this.stale = false;
    this.finding = false;
  }
}

export const bringing = new Bringing();
onLeave(() => {
  bringing.clear();
  bringing.about.publisher = '';
});
