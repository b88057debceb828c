import { atWork } from './at-work';
import { belongs } from './belongs';
import { calendar } from './calendar';
import { about } from './about';
import { also } from './also';
import { common } from './common';
import { enclosures } from './enclosures';
import { dates } from './dates';
import { frame } from './frame';
import { law } from './law';
import { letterhead } from './letterhead';
import { letters, pdf } from './letters';
import { log } from './log';
import { passphrase, recoveryKey, unlock } from './unlock';
import { policies } from './policies';
import { printRoom } from './print-room';
import { promise } from './promise';
import { queue } from './queue';
import { registers } from './registers';
import { request } from './request';
import { retention } from './retention';
import { settings } from './settings';
import { terms } from './terms';
import { welcome } from './welcome';
import { wording } from './wording';
import { year } from './year';

export const en = {
  atWork,
  belongs,
  calendar,
  about,
  also,
  common,
  dates,
  enclosures,
  frame,
  law,
  letterhead,
  letters,
  log,
  passphrase,
  pdf,
  policies,
  printRoom,
  promise,
  queue,
  recoveryKey,
  registers,
  request,
  retention,
  settings,
  terms,
  unlock,
  welcome,
  wording,
  year,
};
