import { describe, expect, it } from 'vitest';
import type { ClockPicture, Mark } from '../../api/commands';
import { layOut, readAloud, targets, type Label, type Layout } from './picture';

const mark = (on: string, label: string, kind = 'event'): Mark => ({ on, label, kind });

const plain: ClockPicture = {
  from: '2026-02-16',
  to: '2026-05-22',
  today: '2026-03-05',
  due: '2026-03-23',
  extended: '2026-05-22',
  extension_in_force: false,
  pauses: [{ from: '2026-02-20', to: '2026-02-26', label: 'does not count' }],
  marks: [
    mark('2026-02-16', 'received', 'received'),
    mark('2026-02-17', 'acknowledged'),
    mark('2026-02-20', 'proof asked'),
    mark('2026-02-26', 'proof came'),
    mark('2026-03-23', 'answer by', 'due'),
    mark('2026-05-22', 'if extended', 'extended'),
  ],
};

function lay(picture: ClockPicture, width = 760): Layout {
  return layOut(picture, {
    width,
    measure: (text) => text.length * 6.4,
    date: (iso) => `Mon ${iso.slice(8)} Feb`,
    todayLabel: (date) => `today, ${date}`,
    more: (count) => `+${count}`,
    pause: (label, days) => `${label}, ${days}`,
  });
}

function labels(layout: Layout): { below: Label[]; above: Label[] } {
  const there = (label: Label | null): label is Label => label !== null;
  return {
    below: layout.stops.map((s) => s.label).filter(there),
    above: [...layout.bands.map((b) => b.label), layout.today?.label ?? null].filter(there),
  };
}

function overlaps(list: Label[]): [Label, Label][] {
  return list.flatMap((a, i) =>
    list
      .slice(i + 1)
      .filter((b) => a.row === b.row && a.left < b.right && b.left < a.right)
      .map((b): [Label, Label] => [a, b]),
  );
}

describe('the clock as a picture', () => {
  it('keeps received, due and extended on the nearest row', () => {
    const stops = lay(plain).stops;
    for (const kind of ['received', 'due', 'extended']) {
      expect(stops.find((s) => s.kind === kind)?.label?.row, kind).toBe(0);
    }
  });

  it('runs the firm line to the due date and the stretch to the extended one', () => {
    const layout = lay(plain);
    expect(layout.stretch?.from).toBe(layout.firmEnd);
    expect(layout.stretch?.to).toBe(layout.end);
    expect(layout.stretch?.firm).toBe(false);
  });

  it.each([320, 480, 640, 760, 980, 1400])('overlaps no label at %i pixels', (width) => {
    const marks = [...plain.marks];
    for (let day = 1; day < 28; day += 2)
      marks.push(mark(`2026-03-${String(day).padStart(2, '0')}`, `event of day ${day}`));
    const { below, above } = labels(lay({ ...plain, marks }, width));
    expect(overlaps(below)).toEqual([]);
    expect(overlaps(above)).toEqual([]);
    for (const label of [...below, ...above]) {
      expect(label.left).toBeGreaterThanOrEqual(-0.01);
      expect(label.right).toBeLessThanOrEqual(width + 0.01);
    }
  });

  it('draws no leader through another label', () => {
    for (const width of [360, 500, 760, 1100]) {
      const stops = lay(plain, width).stops;
      for (const stop of stops) {
        for (const other of stops) {
          if (stop === other || !stop.label || !other.label || other.label.row >= stop.label.row) continue;
          expect(stop.x > other.label.left && stop.x < other.label.right).toBe(false);
        }
      }
    }
  });

  it('shares one tick between marks of one day and names both where there is room', () => {
    const layout = lay({ ...plain, marks: [...plain.marks, mark('2026-02-16', 'acknowledged')] });
    const first = layout.stops[0];
    expect(first?.labels).toEqual(['received', 'acknowledged']);
    expect(first?.label?.text).toBe('received, acknowledged');
  });

  it('keeps a tick for every day even when its label found no place', () => {
    const marks = Array.from({ length: 30 }, (_, i) =>
      mark(`2026-03-${String(i + 1).padStart(2, '0')}`, 'a long event label'),
    );
    const layout = lay({ ...plain, marks }, 320);
    expect(layout.stops).toHaveLength(30);
    expect(layout.stops.some((s) => s.label === null)).toBe(true);
  });

  it('leaves today out when it lies outside the picture', () => {
    expect(lay({ ...plain, today: '2026-09-01' }).today).toBeNull();
  });

  it('stands a clock of a single day without dividing by nothing', () => {
    const layout = lay({ ...plain, to: plain.from, due: plain.from, extended: null, pauses: [] });
    expect(layout.stops.every((s) => Number.isFinite(s.x))).toBe(true);
  });

  it('reads everything aloud in order of days, pauses too', () => {
    const list = readAloud(plain);
    expect(list).toHaveLength(7);
    expect(list.map((l) => l.on)).toEqual([...list.map((l) => l.on)].sort());
  });
});

describe('what can be hit', () => {
  it('is never smaller than asked: close stops share a target', () => {
    const layout = lay(plain);
    const reach = targets(layout.stops, 24);
    expect(reach.flatMap((target) => target.stops)).toEqual(layout.stops);
    reach.slice(1).forEach((target, at) => expect(target.x - (reach[at]?.x ?? 0)).toBeGreaterThanOrEqual(24));
    expect(reach[0]?.stops.map((stop) => stop.on)).toEqual(['2026-02-16', '2026-02-17']);
  });
});

describe('several things on one day', () => {
  it('are all named where there is room, and counted where there is none', () => {
    const day = { ...plain, marks: [...plain.marks, mark('2026-03-23', 'closed', 'closed')] };
    const text = (width: number) =>
      lay(day, width).stops.find((stop) => stop.on === '2026-03-23')?.label?.text;
    expect(text(760)).toBe('answer by, closed');
    expect(lay({ ...day, pauses: [...day.pauses, ...day.pauses] }).bands).toHaveLength(2);
  });

  it('are said once when two laws were answered by two letters', () => {
    const twice = {
      ...plain,
      marks: [mark('2026-03-02', 'answered', 'answered'), mark('2026-03-02', 'answered', 'answered')],
    };
    expect(lay(twice).stops.map((stop) => stop.labels)).toEqual([['answered']]);
  });
});
