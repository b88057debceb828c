// The clock of a request as a picture: where everything stands, and which labels fit.
//
// Labels never overlap. What finds no place keeps its tick, which still reads by hovering, by
// keyboard and in the list for screen readers.

import type { ClockPicture, Mark } from '../../api/commands';

export type Anchor = 'start' | 'middle' | 'end';
export type Tone = 'plain' | 'quiet' | 'due' | 'today' | 'pause' | 'done';

/** One or more marks of the same day; they share a tick. */
export interface Stop {
  on: string;
  x: number;
  kind: string;
  tone: Tone;
  labels: string[];
  /** Absent when no place was left that overlaps nothing. */
  label: Label | null;
}

export interface Label {
  x: number;
  row: number;
  anchor: Anchor;
  text: string;
  date: string;
  left: number;
  right: number;
}

export interface Band {
  x: number;
  width: number;
  text: string;
  label: Label | null;
}

export interface Layout {
  width: number;
  start: number;
  end: number;
  /** Where the firm part of the line ends: the due date. */
  firmEnd: number;
  /** The lighter stretch up to the extended date, if there is one. */
  stretch: { from: number; to: number; firm: boolean } | null;
  today: { x: number; label: Label | null } | null;
  bands: Band[];
  stops: Stop[];
  rowsAbove: number;
  rowsBelow: number;
}

export interface LayoutOptions {
  width: number;
  /** Width of a text in pixels at the size of the labels. */
  measure: (text: string, bold: boolean) => number;
  date: (iso: string) => string;
  todayLabel: (date: string) => string;
  /** "+2" behind a label when more happened on that day. */
  more: (count: number) => string;
  /** The label of a pause with its length. */
  pause: (label: string, days: number) => string;
}

const GAP = 10;
const MAX_ROWS = 3;
const PAD = 44;
const ORDER = ['due', 'received', 'answered', 'closed', 'extended', 'event'];

interface Taken {
  left: number;
  right: number;
}

/** Days since 1970 of a civil day; only differences matter. */
export function dayNumber(iso: string): number {
  const [y = 1970, m = 1, d = 1] = iso.slice(0, 10).split('-').map(Number);
  return Math.round(Date.UTC(y, m - 1, d) / 86_400_000);
}

export function layOut(picture: ClockPicture, options: LayoutOptions): Layout {
  const from = dayNumber(picture.from);
  const to = Math.max(dayNumber(picture.to), from + 1);
  const start = PAD;
  const end = Math.max(options.width - PAD, start + 1);
  const at = (iso: string) => {
    const share = (dayNumber(iso) - from) / (to - from);
    return start + Math.min(1, Math.max(0, share)) * (end - start);
  };

  const below = new Rows(options.width);
  const stops = stopsOf(picture, at);
  for (const stop of byRank(stops)) {
    const first = stop.labels[0] ?? '';
    const date = options.date(stop.on);
    const bold = stop.tone === 'due';
    // Everything of the day where there is room for it, else the first with a count of the others.
    const short = `${first} ${options.more(stop.labels.length - 1)}`;
    const texts = stop.labels.length > 1 ? [stop.labels.join(', '), short] : [first];
    for (const text of texts) {
      const width = Math.max(options.measure(text, bold), options.measure(date, bold));
      const place = below.place(stop.x, width, true, texts.length > 1 && text !== short ? 1 : MAX_ROWS);
      if (!place) continue;
      stop.label = { ...place, text, date };
      break;
    }
  }

  const above = new Rows(options.width);
  const bands = picture.pauses.map((pause): Band => {
    const x = at(pause.from);
    const days = dayNumber(pause.to) - dayNumber(pause.from);
    const text = days > 0 ? options.pause(pause.label, days) : pause.label;
    return { x, width: Math.max(at(pause.to) - x, 3), text, label: null };
  });
  // Today comes first: its line must not run through the words of a pause.
  let today: Layout['today'] = null;
  const now = dayNumber(picture.today);
  if (now >= from && now <= to) {
    const x = at(picture.today);
    const text = options.todayLabel(options.date(picture.today));
    const place = above.place(x, options.measure(text, true), true);
    today = { x, label: place && { ...place, text, date: '' } };
  }

  picture.pauses.forEach((pause, at) => {
    const band = bands[at];
    if (!band) return;
    for (const text of [band.text, pause.label]) {
      const place = above.place(band.x + band.width / 2, options.measure(text, false), false);
      if (!place) continue;
      band.label = { ...place, text, date: '' };
      break;
    }
  });

  const due = picture.due ?? picture.to;
  const stretch =
    picture.extended && dayNumber(picture.extended) > dayNumber(due)
      ? { from: at(due), to: at(picture.extended), firm: picture.extension_in_force }
      : null;
  return {
    width: options.width,
    start,
    end,
    firmEnd: at(due),
    stretch,
    today,
    bands,
    stops,
    rowsAbove: above.used,
    rowsBelow: below.used,
  };
}

export interface Target {
  x: number;
  stops: Stop[];
}

/** What a finger or a pointer can hit: stops that stand closer than `least` share one target. */
export function targets(stops: Stop[], least: number): Target[] {
  const found: Target[] = [];
  for (const stop of stops) {
    const last = found.at(-1);
    if (!last || stop.x - last.x >= least) {
      found.push({ x: stop.x, stops: [stop] });
      continue;
    }
    last.stops.push(stop);
  }
  return found;
}

/** Every mark with its day, in order of days, for the list that is read aloud. */
export function readAloud(picture: ClockPicture): { on: string; label: string }[] {
  const marks = picture.marks.map((mark) => ({ on: mark.on, label: mark.label }));
  const pauses = picture.pauses.map((pause) => ({ on: pause.from, label: pause.label }));
  return [...marks, ...pauses].sort((a, b) => a.on.localeCompare(b.on));
}

function stopsOf(picture: ClockPicture, at: (iso: string) => number): Stop[] {
  const days = new Map<string, Mark[]>();
  for (const mark of picture.marks) days.set(mark.on, [...(days.get(mark.on) ?? []), mark]);
  return [...days]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([on, marks]) => {
      const ranked = [...marks].sort((a, b) => rank(a.kind) - rank(b.kind));
      const kind = ranked[0]?.kind ?? 'event';
      const tone = toneOf(kind, picture);
      return {
        on,
        x: at(on),
        kind,
        tone,
        labels: [...new Set(ranked.map((mark) => mark.label))],
        label: null,
      };
    });
}

function toneOf(kind: string, picture: ClockPicture): Tone {
  if (kind === 'due') return 'due';
  if (kind === 'extended') return picture.extension_in_force ? 'due' : 'quiet';
  if (kind === 'answered' || kind === 'closed') return 'done';
  return 'plain';
}

function rank(kind: string): number {
  const found = ORDER.indexOf(kind);
  return found < 0 ? ORDER.length : found;
}

function byRank(stops: Stop[]): Stop[] {
  return [...stops].sort((a, b) => rank(a.kind) - rank(b.kind) || a.x - b.x);
}

/** Rows of labels, the first nearest to the line. A label further out needs a free way for its leader. */
class Rows {
  used = 0;
  private readonly taken: Taken[][] = Array.from({ length: MAX_ROWS }, () => []);

  constructor(private readonly width: number) {}

  place(x: number, width: number, leader: boolean, rows = MAX_ROWS): Omit<Label, 'text' | 'date'> | null {
    for (let row = 0; row < rows; row += 1) {
      if (leader && !this.wayIsFree(x, row)) return null;
      for (const anchor of ['middle', 'start', 'end'] as const) {
        const span = this.span(x, width, anchor);
        if (span && this.isFree(row, span.left, span.right)) return this.take(row, x, span, leader);
      }
    }
    return null;
  }

  private span(
    x: number,
    width: number,
    anchor: Anchor,
  ): { left: number; right: number; anchor: Anchor } | null {
    let left = anchor === 'middle' ? x - width / 2 : anchor === 'start' ? x - 6 : x - width + 6;
    // A centred label may move in from the edge as long as it stays over its tick.
    if (anchor === 'middle') left = Math.min(Math.max(left, 0), this.width - width);
    const right = left + width;
    const fits = left >= -0.01 && right <= this.width + 0.01 && left <= x && right >= x;
    return fits ? { left, right, anchor } : null;
  }

  private take(
    row: number,
    x: number,
    span: { left: number; right: number; anchor: Anchor },
    leader: boolean,
  ): Omit<Label, 'text' | 'date'> {
    this.taken[row]?.push({ left: span.left, right: span.right });
    if (leader) for (let r = 0; r < row; r += 1) this.taken[r]?.push({ left: x - 1, right: x + 1 });
    this.used = Math.max(this.used, row + 1);
    const middle = (span.left + span.right) / 2;
    const labelX = span.anchor === 'middle' ? middle : span.anchor === 'start' ? span.left : span.right;
    return { x: labelX, row, anchor: span.anchor, left: span.left, right: span.right };
  }

  private wayIsFree(x: number, row: number): boolean {
    for (let r = 0; r < row; r += 1) if (!this.isFree(r, x, x, 3)) return false;
    return true;
  }

  private isFree(row: number, left: number, right: number, gap = GAP): boolean {
    return (this.taken[row] ?? []).every((t) => right + gap <= t.left || left >= t.right + gap);
  }
}
