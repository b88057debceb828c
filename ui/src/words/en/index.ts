import { common } from './common';
import { dates } from './dates';
import { frame } from './frame';
import { terms } from './terms';

export const en = {
  common,
  dates,
  frame,
  terms,
};
