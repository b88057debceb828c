// Two texts line by line: what was taken out, what was added, and how much between them stayed.

export type Line =
  | { kind: 'same' | 'added' | 'removed'; text: string; line: number }
  /** So many lines that both have, left out. */
  | { kind: 'skipped'; count: number; line: number };

/** Lines that are shown around a change. */
const AROUND = 2;
/** Beyond this many lines in both the middle is taken as one change: comparing all with all would take too long. */
const MOST = 4_000_000;

type Step = { kind: 'same' | 'added' | 'removed'; text: string; line: number };

/** From `before` to `after`; the line is that of `after`, of a removed one the line it stood before. */
export function steps(before: string, after: string): Step[] {
  const a = before.replace(/\n$/, '').split('\n');
  const b = after.replace(/\n$/, '').split('\n');
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++;
  const out: Step[] = [];
  for (let at = 0; at < head; at++) out.push({ kind: 'same', text: b[at] ?? '', line: at + 1 });
  middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail), head, out);
  for (let at = b.length - tail; at < b.length; at++)
    out.push({ kind: 'same', text: b[at] ?? '', line: at + 1 });
  return out;
}

/** The longest lines in common, the plain way. */
function middle(a: string[], b: string[], offset: number, out: Step[]): void {
  const width = b.length + 1;
  const small = a.length * b.length <= MOST;
  const table = new Uint32Array(small ? (a.length + 1) * width : 0);
  if (small)
    for (let i = a.length - 1; i >= 0; i--)
      for (let j = b.length - 1; j >= 0; j--)
        table[i * width + j] =
          a[i] === b[j]
            ? (table[(i + 1) * width + j + 1] ?? 0) + 1
            : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const line = offset + j + 1;
    if (small && i < a.length && j < b.length && a[i] === b[j]) {
      out.push({ kind: 'same', text: b[j] ?? '', line });
      i++;
      j++;
    } else if (
      i < a.length &&
      (j >= b.length || !small || (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))
    ) {
      out.push({ kind: 'removed', text: a[i] ?? '', line });
      i++;
    } else {
      out.push({ kind: 'added', text: b[j] ?? '', line });
      j++;
    }
  }
}

/** The changes with a little around them; empty where there is none. */
export function differ(before: string, after: string): Line[] {
  const all = steps(before, after);
  if (all.every((step) => step.kind === 'same')) return [];
  const near = all.map((_, at) =>
    all.slice(Math.max(0, at - AROUND), at + AROUND + 1).some((step) => step.kind !== 'same'),
  );
  const out: Line[] = [];
  all.forEach((step, at) => {
    if (near[at]) return void out.push(step);
    const last = out.at(-1);
    if (last?.kind === 'skipped') last.count += 1;
    else out.push({ kind: 'skipped', count: 1, line: step.line });
  });
  return out;
}
