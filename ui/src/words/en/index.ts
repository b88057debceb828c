import { common } from './common';
import { dates } from './dates';
import { frame } from './frame';
import { letters, pdf } from './letters';
import { log } from './log';
import { request } from './request';
import { terms } from './terms';
import { year } from './year';

export const en = {
  common,
  dates,
  frame,
  letters,
  log,
  pdf,
  request,
  terms,
  year,
};
