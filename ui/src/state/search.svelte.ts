// The search field that Ctrl+F goes to. A screen with a search field announces it while it is shown.

let field: HTMLInputElement | null = null;
let wanted = false;

export function registerSearch(input: HTMLInputElement): () => void {
  field = input;
  if (wanted) {
    wanted = false;
    queueMicrotask(() => focusSearch());
  }
  return () => {
    if (field === input) field = null;
  };
}

/** Puts the cursor into the search field of this screen; false when it has none. */
export function focusSearch(): boolean {
  if (!field) return false;
  field.focus();
  field.select();
  return true;
}

/** The next screen with a search field gets the cursor there. */
export function wantSearch(): void {
  wanted = true;
}
