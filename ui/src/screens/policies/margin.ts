// The labels beside the text: each at the line where its promise begins, none over another.
// Only blocks near the window are measured; the others are not even laid out.

export interface Box {
  top: number;
  height: number;
}

/** Where each label stands so that none covers the one before it. */
export function apart(boxes: readonly Box[], gap = 2): number[] {
  let free = -Infinity;
  return boxes.map((box) => {
    const top = Math.max(box.top, free);
    free = top + box.height + gap;
    return top;
  });
}

export class Margin {
  #near = new Set<HTMLElement>();
  #nearness: IntersectionObserver | null = null;
  #width = 0;
  #sizes: ResizeObserver | null = null;

  /** Follows the window into the text; returns how to stop. */
  follow(scroller: HTMLElement): () => void {
    if (typeof IntersectionObserver === 'undefined') return () => undefined;
    this.#nearness = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const block = entry.target as HTMLElement;
          if (entry.isIntersecting) {
            this.#near.add(block);
            place(block);
          } else this.#near.delete(block);
        }
      },
      { root: scroller, rootMargin: '60% 0px' },
    );
    for (const block of this.#waiting) this.#nearness.observe(block);
    this.#sizes = new ResizeObserver(() => {
      if (scroller.clientWidth === this.#width) return;
      this.#width = scroller.clientWidth;
      for (const block of this.#near) place(block);
    });
    this.#sizes.observe(scroller);
    return () => {
      this.#nearness?.disconnect();
      this.#sizes?.disconnect();
    };
  }

  #waiting = new Set<HTMLElement>();

  watch(block: HTMLElement): () => void {
    this.#waiting.add(block);
    this.#nearness?.observe(block);
    return () => {
      this.#waiting.delete(block);
      this.#near.delete(block);
      this.#nearness?.unobserve(block);
    };
  }

  /** Its marks changed. */
  again(block: HTMLElement): void {
    if (this.#near.has(block)) place(block);
  }
}

function place(block: HTMLElement): void {
  const labels = [...block.querySelectorAll<HTMLElement>('[data-label]')];
  if (labels.length === 0) {
    block.style.minHeight = '';
    return;
  }
  for (const label of labels) label.style.top = '';
  const boxes = labels.map((label) => ({ top: label.offsetTop, height: label.offsetHeight }));
  const tops = apart(boxes);
  labels.forEach((label, at) => {
    label.style.top = `${tops[at] ?? 0}px`;
  });
  // Labels that reach below their paragraph make room for themselves.
  const bottom = (tops.at(-1) ?? 0) + (boxes.at(-1)?.height ?? 0);
  block.style.minHeight = `${bottom}px`;
}
