// What can be done from anywhere, by menu, key or palette.

import type { MenuAction } from '../../api/core';

export type Action =
  | MenuAction
  | 'verify'
  | 'open-other'
  | 'leave'
  | 'theme-light'
  | 'theme-dark'
  | 'theme-system'
  | 'back'
  | 'zoom-in'
  | 'zoom-out'
  | 'zoom-reset';

export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const RAIL: readonly Action[] = ['queue', 'calendar', 'letters', 'registers', 'policies', 'year', 'settings'];

const WITH_CTRL: Readonly<Record<string, Action>> = {
  n: 'log-request',
  f: 'search',
  k: 'palette',
  l: 'lock',
  ',': 'settings',
  '+': 'zoom-in',
  '=': 'zoom-in',
  '-': 'zoom-out',
  '0': 'zoom-reset',
};

/** The action a key stands for anywhere in the program, if it stands for one. */
export function actionOf(press: Press): Action | null {
  if (press.altKey) return press.key === 'ArrowLeft' && !press.ctrlKey ? 'back' : null;
  if (!press.ctrlKey && !press.metaKey) return null;
  const rail = RAIL[Number(press.key) - 1];
  return rail ?? WITH_CTRL[press.key.toLowerCase()] ?? null;
}

/**
 * Lets an action through once: with a native menu, one press of Ctrl+N can arrive
 * both as a key and as the menu's event.
 */
export function onlyOnce(within = 200): (action: Action, now: number) => boolean {
  let last: Action | null = null;
  let at = -Infinity;
  return (action, now) => {
    const again = action === last && now - at < within && !action.startsWith('zoom');
    last = action;
    at = now;
    return !again;
  };
}
