import { describe, expect, it } from 'vitest';
import { CSS_PER_POINT, pageInView, pageRule, pixelRatio, printScale, scaleFor } from './pages';

const a4 = { width: 595.28, height: 841.89 };

describe('pages', () => {
  it('fit the room, but do not grow without end', () => {
    expect(scaleFor('fit', a4, 595.28)).toBeCloseTo(1);
    expect(scaleFor('fit', a4, 5000)).toBeCloseTo(1.5 * CSS_PER_POINT);
    expect(scaleFor('fit', a4, 10)).toBe(0.25);
    expect(scaleFor(1.5, a4, 10)).toBeCloseTo(2);
  });

  it('are printed at 300 dpi, long documents coarser', () => {
    expect(printScale(2) * 72).toBeCloseTo(300);
    expect(printScale(40) * 72).toBeCloseTo(200);
  });

  it('name their own paper', () => {
    expect(pageRule({ width: 612, height: 792 })).toBe('@page { size: 612pt 792pt; margin: 0; }');
  });

  it('stay within what a canvas can hold', () => {
    expect(pixelRatio(2, { width: 800, height: 1100 })).toBe(2);
    const big = { width: 4000, height: 5600 };
    const ratio = pixelRatio(3, big);
    expect(big.width * big.height * ratio * ratio).toBeLessThanOrEqual(16_000_001);
  });

  it('count the one most in view', () => {
    expect(pageInView([0, 1000], [980, 980], 0, 700)).toBe(1);
    expect(pageInView([0, 1000], [980, 980], 700, 700)).toBe(2);
    expect(pageInView([], [], 0, 700)).toBe(1);
  });
});
