// How the window looks, and how it is told to the document.

import { call, type Preferences } from '../api/core';
import { toasts } from './toasts.svelte';

export const ZOOMS = [0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;

class Look {
  value: Preferences | null = $state(null);
  /** Text size, 1 is 100 %. Kept while the program runs. */
  zoom = $state(1);

  async load(): Promise<void> {
    this.value = await call('preferences');
    this.apply();
  }

  /** Changes some of it and remembers all of it. */
  async change(some: Partial<Preferences>): Promise<void> {
    if (!this.value) return;
    const before = this.value;
    this.value = { ...before, ...some };
    this.apply();
    try {
      await call('preferences_save', $state.snapshot(this.value));
    } catch (thrown) {
      this.value = before;
      this.apply();
      toasts.problem(thrown);
    }
  }

  zoomBy(steps: number): void {
    const at = ZOOMS.findIndex((zoom) => zoom >= this.zoom - 0.001);
    const next = Math.min(ZOOMS.length - 1, Math.max(0, (at < 0 ? 1 : at) + steps));
    this.zoomTo(ZOOMS[next] ?? 1);
  }

  zoomTo(zoom: number): void {
    this.zoom = zoom;
    this.apply();
  }

  apply(): void {
    const root = document.documentElement;
    const theme = this.value?.theme ?? 'system';
    if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
    else delete root.dataset['theme'];
    root.dataset['density'] = this.value?.density === 'compact' ? 'compact' : 'regular';
    root.style.setProperty('--zoom', String(this.zoom));
  }
}

export const look = new Look();
