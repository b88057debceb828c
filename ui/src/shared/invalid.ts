import { tick } from 'svelte';

/** Puts the cursor into the first field that was refused, once it is marked. */
export async function focusInvalid(root: ParentNode | null | undefined): Promise<void> {
  await tick();
  root?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
