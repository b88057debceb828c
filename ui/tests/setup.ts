import '@testing-library/jest-dom/vitest';

// jsdom has no layout: what the components ask of it answers with nothing.
const nothing = (): void => undefined;
class NoResize {
  observe = nothing;
  unobserve = nothing;
  disconnect = nothing;
}
globalThis.ResizeObserver ??= NoResize as unknown as typeof ResizeObserver;
Element.prototype.scrollIntoView ??= () => undefined;
