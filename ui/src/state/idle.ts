/** Whether so long has passed without work that the desk locks itself; zero minutes means never. */
export function isIdle(lastWork: number, now: number, minutes: number): boolean {
  return minutes > 0 && now - lastWork >= minutes * 60_000;
}
