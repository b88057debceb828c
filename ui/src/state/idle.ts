// Notices when nobody works at the desk any more.

/** Whether so long has passed without work that the desk locks itself; zero minutes means never. */
export function isIdle(lastWork: number, now: number, minutes: number): boolean {
  return minutes > 0 && now - lastWork >= minutes * 60_000;
}

/** How often it is looked at, in milliseconds. A computer that slept is noticed within one look. */
export const LOOK_EVERY = 5_000;

export interface Watch {
  /** Somebody typed, pointed or scrolled. */
  worked: () => void;
  stop: () => void;
}

interface Watched {
  minutes: () => number;
  /** Called again at every look until somebody works: a lock that failed is tried again. */
  idle: () => void;
  /** Once a minute while somebody works. */
  everyMinute: () => void;
}

export function keepWatch({ minutes, idle, everyMinute }: Watched): Watch {
  let lastWork = Date.now();
  let looks = 0;
  const timer = setInterval(() => {
    if (isIdle(lastWork, Date.now(), minutes())) idle();
    else if (++looks % (60_000 / LOOK_EVERY) === 0) everyMinute();
  }, LOOK_EVERY);
  return {
    worked: () => {
      lastWork = Date.now();
    },
    stop: () => clearInterval(timer),
  };
}
