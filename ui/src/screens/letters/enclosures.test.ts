import { describe, expect, it } from 'vitest';
import type { Enclosable, FileName } from '../../api/commands';
import { chosen, holdsData, withNew, withRole } from './enclosures';

const file = (id: number, name: string): FileName => ({
  id,
  name,
  media_type: '',
  size: 1,
  sha256: 'ab',
  added_at: '',
});
const one = (id: number, name: string, role: Enclosable['role']): Enclosable => ({
  file: file(id, name),
  role,
  annex: holdsData(name),
  pages: 0,
  too_long: false,
});
const all = [one(1, 'orders.csv', 'annex'), one(2, 'scan.pdf', null), one(3, 'log.json', 'file')];

describe('what goes along with a letter', () => {
  it('is what was ticked, each in its role', () => {
    expect(chosen(all)).toEqual([
      { file: 1, role: 'annex' },
      { file: 3, role: 'file' },
    ]);
  });

  it('changes one file and leaves the others', () => {
    expect(withRole(all, 2, 'file')).toEqual([
      { file: 1, role: 'annex' },
      { file: 2, role: 'file' },
      { file: 3, role: 'file' },
    ]);
    expect(withRole(all, 1, null)).toEqual([{ file: 3, role: 'file' }]);
    expect(withRole(all, 9, 'file')).toEqual(chosen(all));
  });

  it('takes new files, data as pages unless that was refused, and none twice', () => {
    const fresh = [file(7, 'New.CSV'), file(8, 'photo.png'), file(1, 'orders.csv')];
    expect(withNew(all, fresh, true).slice(2)).toEqual([
      { file: 7, role: 'annex' },
      { file: 8, role: 'file' },
    ]);
    expect(withNew(all, fresh, false).slice(2)).toEqual([
      { file: 7, role: 'file' },
      { file: 8, role: 'file' },
    ]);
  });

  it.each([
    ['a.csv', true],
    ['a.JSON', true],
    ['a.csv.pdf', false],
    ['csv', false],
  ])('knows %s by its ending', (name, data) => expect(holdsData(name)).toBe(data));
});
