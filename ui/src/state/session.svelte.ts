// Who is at which desk, and whether it is open. Everything personal is dropped when it locks.

import { asRefusal, call, onShut, shell, type NewDesk, type Refusal, type Session } from '../api/core';
import { memoryOf, nav } from './nav.svelte';
import { look } from './preferences.svelte';
import { toasts } from './toasts.svelte';

type Cleaner = () => void;
let cleaners: Cleaner[] = [];

/** Whatever holds personal data in the page registers here and empties itself when the desk locks. */
export function onLock(clean: Cleaner): () => void {
  cleaners = [...cleaners, clean];
  return () => {
    cleaners = cleaners.filter((other) => other !== clean);
  };
}

let leavers: Cleaner[] = [];

/** What holds nothing of a person may outlive the lock, but not the desk: it empties itself for another one. */
export function onLeave(clean: Cleaner): () => void {
  leavers = [...leavers, clean];
  return () => {
    leavers = leavers.filter((other) => other !== clean);
  };
}

class Desk {
  session: Session | null = $state(null);
  /** Why the program could not even ask. */
  failure: Refusal | null = $state(null);
  /** A sentence for the unlock screen: that the desk locked itself. */
  note: string | null = $state(null);

  /** Today in the desk's zone, `YYYY-MM-DD`. */
  get today(): string {
    return this.session?.today ?? '';
  }

  /** The later of today and the day an answer was read on: after midnight an answer knows it before the session does. */
  todayOr(read: string): string {
    return read > this.today ? read : this.today;
  }

  async load(): Promise<void> {
    try {
      await this.take(await call('session'));
      this.failure = null;
    } catch (thrown) {
      this.failure = asRefusal(thrown);
    }
  }

  /** Asks again without moving anybody: a new day, a wait that is over. */
  async refresh(): Promise<void> {
    await this.take(await call('session'));
  }

  async unlock(passphrase: string): Promise<void> {
    await this.take(await call('unlock', { passphrase }));
  }

  async unlockWithRecovery(recoveryKey: string, newPassphrase: string): Promise<void> {
    await this.take(
      await call('unlock_with_recovery', { recovery_key: recoveryKey, new_passphrase: newPassphrase }),
    );
  }

  async lock(note: string | null = null): Promise<void> {
    this.note = note;
    await this.take(await call('lock'));
  }

  /** Makes the desk and gives back its recovery key; the window stays until `load` is called. */
  async create(desk: NewDesk): Promise<string> {
    return (await shell.createDesk(desk)).recovery_key;
  }

  async openSample(): Promise<void> {
    const session = await shell.openSample();
    this.#leave();
    await this.take(session);
  }

  /** False when the officer closed the dialog without choosing. */
  async openOther(): Promise<boolean> {
    const session = await shell.openOther();
    if (!session) return false;
    this.#leave();
    await this.take(session);
    return true;
  }

  async leave(): Promise<void> {
    const session = await shell.leave();
    this.#leave();
    await this.take(session);
  }

  async take(session: Session): Promise<void> {
    const before = this.session?.phase;
    if (session.phase === 'open' && before !== 'open') {
      await look.load();
      this.note = null;
      nav.arrive(look.value);
    }
    if (session.phase !== 'open' && before === 'open') {
      nav.keepForUnlock();
      this.#drop();
    }
    this.session = session;
  }

  #leave(): void {
    this.#drop();
    nav.forget();
    for (const clean of leavers) clean();
  }

  #drop(): void {
    for (const clean of cleaners) clean();
    toasts.clear();
  }
}

export const desk = new Desk();

onShut(() => {
  if (desk.session?.phase === 'open') void desk.load();
});

nav.onMove((place) => {
  if (desk.session?.phase !== 'open' || !look.value) return;
  const word = memoryOf(place);
  if (look.value.last_screen !== word) void look.change({ last_screen: word });
});
