// The version in hand: its text, its promises, which one is current, and what was decided last.

import {
  asRefusal,
  call,
  type PolicyList,
  type PolicyVersion,
  type PolicyView,
  type PromiseChanged,
  type PromiseRow,
  type PromiseState,
  type Reading,
} from '../../api/core';
import { policiesToDo, register } from '../../state/register.svelte';
import { toasts } from '../../state/toasts.svelte';
import { words } from '../../words';
import {
  clipped,
  filtered,
  nextToReview,
  NO_FILTER,
  reviewed,
  stepped,
  withRow,
  type Filter,
} from './ledger';
import { byBlock, exchanged } from './marks';
import { toOpen } from './versions';

const w = words.policies;

/** What the officer says instead of what was proposed. */
export interface Said {
  reading: Reading;
  start: number;
  end: number;
}

export class Policies {
  list: PolicyList | null = $state.raw(null);
  view: PolicyView | null = $state.raw(null);
  rows: PromiseRow[] = $state.raw([]);
  marks: PromiseRow[][] = $state.raw([]);
  filter: Filter = $state({ ...NO_FILTER });
  current: string | null = $state(null);
  /** Counted up when the current one is to be brought into sight, in the text and in the list. */
  sight = $state(0);
  /** A passage to be brought into sight that is no promise: its first character. */
  passage: { start: number; end: number; nth: number } | null = $state.raw(null);
  rejected = $state(false);
  uncovered = $state(false);
  /** What just happened, for those who do not see it. */
  said = $state('');
  problem = $state('');
  #last: { key: string; before: PromiseRow }[] = [];
  #turn: Promise<unknown> = Promise.resolve();
  #passages = 0;

  readonly shown: PromiseRow[] = $derived(filtered(this.rows, this.filter, this.current));
  readonly row: PromiseRow | null = $derived(this.rows.find((row) => row.key === this.current) ?? null);
  readonly progress = $derived.by(() => {
    const count = (state: PromiseState) => this.rows.filter((row) => row.state === state).length;
    return reviewed({
      suggested: count('suggested'),
      accepted: count('accepted'),
      rejected: count('rejected'),
      covered: 0,
      characters: 0,
    });
  });

  get version(): PolicyVersion | null {
    return this.view?.version ?? null;
  }

  /** Reads the register of versions and opens one: the one asked for, or the one in force. */
  async load(policy: number | null, promise: number | null = null): Promise<void> {
    this.problem = '';
    try {
      this.#take(await call('policy_list'));
      const open = toOpen(this.list?.versions ?? [], policy);
      if (open) await this.open(open.id, promise);
      else this.#empty();
    } catch (thrown) {
      this.problem = asRefusal(thrown).message;
    }
  }

  /** Opens a version; a promise of it comes into hand, or else the first one to review. */
  async open(id: number, promise: number | null = null): Promise<void> {
    try {
      this.show(await call('policy_show', { id }), promise);
    } catch (thrown) {
      toasts.problem(thrown);
    }
  }

  show(view: PolicyView, promise: number | null = null): void {
    const other = this.version?.id !== view.version.id;
    this.view = view;
    this.rows = view.promises;
    this.marks = byBlock(view.blocks, view.promises);
    if (other) {
      this.#last = [];
      this.filter = { ...NO_FILTER };
      this.passage = null;
    }
    const asked = view.promises.find((row) => promise !== null && row.id === promise);
    if (asked) this.choose(asked.key);
    else if (other || !this.row) this.current = nextToReview(view.promises, null);
    this.#tell(view.version);
  }

  /** A version was brought in or changed: the rail is read anew too. */
  async came(view: PolicyView): Promise<void> {
    this.show(view);
    try {
      this.#take(await call('policy_list'));
    } catch (thrown) {
      toasts.problem(thrown);
    }
  }

  /** Another list of versions: one was withdrawn. */
  listed(list: PolicyList): void {
    this.#take(list);
    if (this.version) void this.open(this.version.id);
  }

  choose(key: string | null): void {
    this.current = key;
    if (key && !filtered(this.rows, this.filter).some((row) => row.key === key))
      this.filter = { ...NO_FILTER };
    this.passage = null;
    this.sight += 1;
  }

  /** Brings a passage into sight; the promise that holds it comes into hand. */
  goTo(start: number, end: number): void {
    const holds = this.rows.find((row) => row.state !== 'rejected' && row.start <= start && row.end > start);
    if (holds) this.choose(holds.key);
    this.#passages += 1;
    this.passage = { start, end, nth: this.#passages };
  }

  /** Whether the filters show it, whatever is in hand. */
  fits(row: PromiseRow): boolean {
    return filtered([row], this.filter).length > 0;
  }

  step(way: 1 | -1): void {
    this.choose(stepped(this.shown, this.current, way));
  }

  /** Decides the current one and goes on to the next that waits. */
  review(state: 'accepted' | 'rejected', said: Said | null = null): Promise<void> {
    const row = this.row;
    if (!row) return Promise.resolve();
    this.#last = [...this.#last, { key: row.key, before: row }];
    const next = nextToReview(filtered(this.rows, { ...this.filter, state: 'all' }), row.key);
    const result = this.#ask(row, { ...row, state, ...(said ?? {}) }, said);
    if (next && next !== row.key && row.state === 'suggested') this.choose(next);
    this.#say(said ? w.said.corrected : state === 'accepted' ? w.said.accepted : w.said.rejected);
    return result;
  }

  /** Takes the current one back when it is decided; else what was decided last. */
  undo(): Promise<void> {
    const row = this.row;
    if (row && row.state !== 'suggested') return this.takeBack(row);
    const last = this.#last.pop();
    const now = last ? this.rows.find((it) => it.key === last.key) : undefined;
    if (!last || !now) {
      this.said = w.said.nothingToUndo;
      return Promise.resolve();
    }
    this.choose(now.key);
    return this.#restore(now, last.before);
  }

  takeBack(row: PromiseRow): Promise<void> {
    const at = this.#last.findLastIndex((it) => it.key === row.key);
    const before = this.#last[at]?.before;
    if (at >= 0) this.#last = this.#last.filter((_, nth) => nth !== at);
    if (before && before.state !== row.state) return this.#restore(row, before);
    return this.#restore(row, { ...row, state: 'suggested' });
  }

  /** Marks what the finder did not see. */
  async add(said: Said): Promise<void> {
    const policy = this.version?.id;
    if (policy === undefined) return;
    const changed = await call('promise_add', { policy, ...said });
    this.#changed(changed, null);
    this.choose(changed.row?.key ?? changed.key);
    this.#say(w.said.added);
  }

  #restore(row: PromiseRow, to: PromiseRow): Promise<void> {
    const whole = to.state === 'suggested' ? null : { reading: to.reading, start: to.start, end: to.end };
    const result = this.#ask(row, to, whole);
    this.#say(row.own && to.state === 'suggested' ? w.said.removed : w.said.suggested);
    if (row.own && to.state === 'suggested') {
      const { reading, start, end } = row;
      toasts.say(w.said.removed, {
        label: w.said.undo,
        run: () => void this.add({ reading, start, end }).catch((thrown: unknown) => toasts.problem(thrown)),
      });
    }
    return result;
  }

  /** Shows at once what was decided, then tells the core, in the order in which it was decided. */
  #ask(before: PromiseRow, now: PromiseRow, said: Said | null): Promise<void> {
    const policy = this.version?.id;
    if (policy === undefined) return Promise.resolve();
    this.#row(before.key, now);
    const turn = this.#turn.then(async () => {
      try {
        const changed = await call('promise_review', {
          policy,
          key: before.key,
          state: now.state,
          reading: said?.reading ?? null,
          start: said?.start ?? null,
          end: said?.end ?? null,
        });
        if (this.version?.id === policy) this.#changed(changed, before.key);
      } catch (thrown) {
        if (this.version?.id === policy) this.#row(before.key, before);
        this.#last = this.#last.filter((it) => it.before !== before);
        throw thrown;
      }
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #changed(changed: PromiseChanged, before: string | null): void {
    this.#row(before ?? changed.key, changed.row);
    if (!this.view) return;
    const version = { ...this.view.version, progress: changed.progress };
    this.view = { ...this.view, version };
    this.#tell(version);
    if (!this.row) this.current = nextToReview(this.rows, null);
  }

  #row(key: string, now: PromiseRow | null): void {
    const before = this.rows.find((row) => row.key === key) ?? null;
    this.rows = withRow(this.rows, key, now);
    this.marks = exchanged(this.view?.blocks ?? [], this.marks, before, now);
  }

  #say(what: string): void {
    const progress = w.list.progress(this.progress.done, this.progress.all);
    const row = this.row;
    this.said = row
      ? `${what} ${w.said.next(progress, words.terms.kinds[row.reading.kind], clipped(row.quote))}`
      : `${what} ${progress}.`;
  }

  /** The rail and the frame count what is left. */
  #tell(version: PolicyVersion): void {
    if (!this.list) return;
    this.#take({
      ...this.list,
      versions: this.list.versions.map((it) => (it.id === version.id ? version : it)),
    });
  }

  #take(list: PolicyList): void {
    this.list = list;
    register.promises = policiesToDo(list);
  }

  #empty(): void {
    this.view = null;
    this.rows = [];
    this.marks = [];
    this.current = null;
  }
}
