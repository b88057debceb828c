import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Queue, QueueQuery, QueueRow } from '../../api/commands';

const { invoke } = vi.hoisted(() => ({
  invoke: vi.fn<(name: string, args: { args: QueueQuery }) => Promise<Queue>>(),
}));
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const { list } = await import('./list.svelte');
const { FIRST_ASK, PAGE } = await import('./queue');

let ids: number[] = [];
const rowOf = (id: number) => ({ id, reference: `2026-${id}` }) as QueueRow;
const answer = (query: QueueQuery): Queue => ({
  tiles: { open: ids.length } as Queue['tiles'],
  total: ids.length,
  more: false,
  in_register: ids.length,
  rows: ids.slice(query.offset, query.offset + query.limit).map(rowOf),
  laws: [],
  today: '2026-03-05',
  also: [],
  also_later: 0,
});
const asked = () => invoke.mock.calls.map(([, { args }]) => args);

beforeEach(() => {
  list.forget();
  invoke.mockReset();
  invoke.mockImplementation((_, { args }) => Promise.resolve(answer(args)));
  ids = Array.from({ length: 1000 }, (_, at) => at + 1);
});

describe('pages', () => {
  it('are fetched once, when they come into view', async () => {
    await list.reload({ from: 0, to: 40 });
    expect(asked().map((query) => query.offset)).toEqual([0]);
    expect(list.total).toBe(1000);
    await list.ensure({ from: 80, to: 120 });
    await list.ensure({ from: 80, to: 120 });
    expect(asked().map((query) => query.offset)).toEqual([0, PAGE]);
    expect(list.row(110)?.id).toBe(111);
    expect(list.row(500)).toBeUndefined();
  });

  it('that could not be fetched are asked for again', async () => {
    await list.reload({ from: 0, to: 40 });
    invoke.mockRejectedValueOnce({ code: 'broken', message: 'The file cannot be read.', field: null });
    await list.ensure({ from: 200, to: 220 });
    expect(list.problem?.message).toBe('The file cannot be read.');
    await list.ensure({ from: 200, to: 220 });
    expect(list.row(200)?.id).toBe(201);
  });

  it('of an older question never overwrite a newer one', async () => {
    let late: (queue: Queue) => void = () => undefined;
    invoke.mockImplementationOnce(() => new Promise((done) => (late = done)));
    const slow = list.change({ search: 'a' });
    ids = [7];
    await list.change({ search: 'ab' });
    late(answer({ ...FIRST_ASK, offset: 0, limit: PAGE }));
    await slow;
    expect(list.total).toBe(1);
    expect(list.row(0)?.id).toBe(7);
  });
});

describe('the selection', () => {
  it('stays on its request when others come before it', async () => {
    await list.reload({ from: 0, to: 40 });
    list.select(4);
    ids = [2001, 2002, ...ids];
    await list.reload({ from: 0, to: 40 });
    expect(list.at).toBe(6);
    expect(list.row(list.at)?.id).toBe(5);
  });
  it('stays on its line when its request is gone, and within the list', async () => {
    await list.reload({ from: 0, to: 40 });
    list.select(4);
    ids = ids.filter((id) => id !== 5);
    await list.reload({ from: 0, to: 40 });
    expect(list.at).toBe(4);
    ids = [1, 2];
    await list.reload({ from: 0, to: 40 });
    expect(list.at).toBe(1);
  });
  it('begins at the top of another filter', async () => {
    await list.reload({ from: 0, to: 40 });
    list.select(30);
    list.top = 900;
    await list.change({ filter: 'overdue' });
    expect([list.at, list.top]).toEqual([0, 0]);
    expect(asked().at(-1)).toMatchObject({ filter: 'overdue', sort: 'due', offset: 0 });
  });
});

describe('the lock', () => {
  it('drops every row and the search, and keeps filter, order and line', async () => {
    await list.change({ filter: 'week', sort: '-received' });
    list.select(12);
    list.top = 300;
    list.lock();
    expect(list.pages).toEqual({});
    expect(list.head).toBeNull();
    await list.reload({ from: 0, to: 40 });
    expect(asked().at(-1)).toMatchObject({ filter: 'week', sort: '-received', search: '' });
    expect([list.at, list.top]).toEqual([12, 300]);
  });
  it('drops the place of a search, which may be a name', async () => {
    await list.change({ search: 'Abara' });
    list.select(3);
    list.lock();
    expect([list.ask.search, list.at]).toEqual(['', 0]);
  });
  it('takes nothing to another desk', async () => {
    await list.change({ filter: 'closed', law: 'eu-gdpr' });
    list.forget();
    expect(list.ask).toEqual(FIRST_ASK);
  });
});
