import { common } from './common';
import { dates } from './dates';
import { frame } from './frame';
import { queue } from './queue';
import { settings } from './settings';
import { terms } from './terms';
import { passphrase, recoveryKey, unlock } from './unlock';
import { welcome } from './welcome';

export const en = {
  common,
  dates,
  frame,
  passphrase,
  queue,
  recoveryKey,
  settings,
  terms,
  unlock,
  welcome,
};
