import { describe, expect, it } from 'vitest';
import { placeOf, TABS, tabKey, tabOf } from './tabs.svelte';

describe('the tabs', () => {
  it('show the register that the place names, else the last one', () => {
    expect(tabOf({ screen: 'registers', register: 'children', file: 7 }, 'disclosures')).toBe('children');
    expect(tabOf({ screen: 'registers' }, 'suppression')).toBe('suppression');
    expect(placeOf({ screen: 'queue' })).toEqual({ screen: 'registers' });
  });

  it('are walked with the arrows, round the ends', () => {
    expect(tabKey('ArrowRight', 'disclosures')).toBe('recipients');
    expect(tabKey('ArrowLeft', 'disclosures')).toBe('incidents');
    expect(tabKey('Home', 'suppression')).toBe('disclosures');
    expect(tabKey('Enter', 'disclosures')).toBeNull();
    expect(new Set(TABS).size).toBe(7);
  });
});
