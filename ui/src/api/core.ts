// The only door out of the page: the command table of the core, and the few things the shell owns.

import { invoke } from '@tauri-apps/api/core';
import { listen, type UnlistenFn } from '@tauri-apps/api/event';
import type {
  Code,
  Commands,
  FileBytes,
  FileName,
  NewDesk,
  RecoveryKey,
  Refusal,
  ReportIn,
  Session,
  WhyAsk,
} from './commands';

export type * from './commands';

const CODES: ReadonlySet<string> = new Set<Code>([
  'input',
  'not-now',
  'wrong-passphrase',
  'wait',
  'locked',
  'no-desk',
  'already-open',
  'newer-desk',
  'damaged',
  'disk-full',
  'missing',
  'broken',
]);

/** Whether what was thrown is an answer of the core and not a defect of the page. */
export function isRefusal(thrown: unknown): thrown is Refusal {
  if (typeof thrown !== 'object' || thrown === null) return false;
  const it = thrown as Partial<Refusal>;
  return typeof it.message === 'string' && typeof it.code === 'string' && CODES.has(it.code);
}

/** Always a sentence that can be shown, whatever was thrown. */
export function asRefusal(thrown: unknown): Refusal {
  if (isRefusal(thrown)) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'broken', message, field: null };
}

type Listener = (refusal: Refusal) => void;
let whenShut: Listener = () => undefined;

/** Tells who wants to know that the desk turned out to be locked or gone. */
export function onShut(listener: Listener): void {
  whenShut = listener;
}

async function ask<T>(name: string, args: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(name, args);
  } catch (thrown) {
    const refusal = asRefusal(thrown);
    if (refusal.code === 'locked' || refusal.code === 'no-desk') whenShut(refusal);
    throw refusal;
  }
}

type Bare = {
  [K in keyof Commands]: Commands[K]['args'] extends Record<symbol, never> ? K : never;
}[keyof Commands];

/** Calls a command of the core; rejects with a `Refusal` and with nothing else. */
export function call<K extends keyof Commands>(
  name: K,
  ...args: K extends Bare ? [] | [Commands[K]['args']] : [Commands[K]['args']]
): Promise<Commands[K]['reply']> {
  return ask('call', { name, args: args[0] ?? {} });
}

/** The printers of this computer, or the sentence that says why none can be reached. */
export interface Printers {
  printers: { name: string; default: boolean }[];
  problem: string | null;
}

export interface Place {
  place: string;
}

/** What the shell does itself, because it owns paths, dialogs and printers. */
export const shell = {
  suggestPlace: (organisation: string) => ask<Place>('desk_place_suggest', { organisation }),
  choosePlace: (organisation: string) => ask<Place | null>('desk_place_choose', { organisation }),
  createDesk: (desk: NewDesk) => ask<RecoveryKey>('desk_create', { desk }),
  openOther: () => ask<Session | null>('desk_open_other', {}),
  openSample: () => ask<Session>('desk_open_sample', {}),
  leave: () => ask<Session>('desk_leave', {}),
  saveRecoveryKey: (key: string) => ask<boolean>('recovery_key_save', { recovery_key: key }),
  saveLetter: (id: number) => ask<Place | null>('letter_save_as', { id }),
  saveFile: (id: number) => ask<Place | null>('file_save_as', { id }),
  /** A report as it stands now: `pdf`, `csv`, `json`, or for the request metrics `html`. */
  saveReport: (of: ReportIn, format: string) => ask<Place | null>('report_save_as', { of, format }),
  saveWhy: (of: WhyAsk) => ask<Place | null>('why_save_as', { of }),
  savePolicy: (id: number) => ask<Place | null>('policy_save_as', { id }),
  savePolicySheet: (id: number) => ask<Place | null>('policy_sheet_save_as', { id }),
  /** What a command just made: a register, a list, a form. */
  saveExport: (file: { name: string; base64: string }) =>
    ask<Place | null>('export_save_as', { name: file.name, base64: file.base64 }),
  saveCalendar: (holidays: boolean, closing_days: boolean) =>
    ask<Place | null>('calendar_save_as', { holidays, closing_days }),
  backup: () => ask<Place | null>('desk_backup', {}),
  /** The post of the day, once everything is in it. */
  savePost: (id: number) => ask<Place | null>('post_save_as', { id }),
  /** Single letters into a folder, as PDF or as mails to be sent. */
  saveEach: (keys: string[], mails: boolean) => ask<Place | null>('post_save_each', { keys, mails }),
  printers: () => ask<Printers>('printers', {}),
  printPost: (id: number, printer: string, copies: number, duplex: boolean) =>
    ask<null>('post_print', { id, printer, copies, duplex }),
  pickFiles: (request: number | null) => ask<FileName[]>('files_pick', { request }),
  print: () => ask<null>('print', {}),
  dropTarget: (request: number | null) => ask<null>('drop_target', { request }),
};

/** Nothing takes dropped files now. */
export const NO_TARGET = -1;
/** The page looks at a dropped file itself. */
export const PAGE_TARGET = -2;

export type MenuAction =
  | 'log-request'
  | 'search'
  | 'palette'
  | 'queue'
  | 'calendar'
  | 'letters'
  | 'registers'
  | 'policies'
  | 'year'
  | 'settings'
  | 'lock'
  | 'about'
  | 'backup';

/** Listens to the shell until the returned function is called; safe to call before it is ready. */
function hear<T>(event: string, heard: (payload: T) => void): () => void {
  let stop: UnlistenFn | null = null;
  let gone = false;
  listen<T>(event, (it) => heard(it.payload)).then(
    (unlisten) => {
      if (gone) unlisten();
      else stop = unlisten;
    },
    () => undefined,
  );
  return () => {
    gone = true;
    stop?.();
  };
}

export const events = {
  menu: (heard: (action: MenuAction) => void) => hear('menu', heard),
  filesDropped: (heard: (files: FileName[]) => void) => hear('files-dropped', heard),
  /** A dropped file for the page itself; nothing of it is kept yet. */
  fileHandedOver: (heard: (file: FileBytes) => void) => hear('file-handed-over', heard),
  /** A dropped file could not be taken. */
  dropRefused: (heard: (refusal: Refusal) => void) => hear('drop-refused', heard),
  dropHover: (heard: (hovering: boolean) => void) => hear('drop-hover', heard),
};
