// A sheet that is sent: what it lacks stands beside its fields, and so does what the core refused.

import { tick } from 'svelte';
import { asRefusal, type Problem, type Refusal } from '../../api/core';

/** The field a path of the core means: `about.parent.name` and `people[3].email` are `parent.name` and `people`. */
export function bareField(path: string): string {
  return path.replace(/^(about|entry)\./, '').replace(/\[\d+\].*$/, '');
}

/** Complaints about a field; a complaint about a part of it counts when the part has no place of its own. */
export function problemOf(problems: readonly Problem[], field: string): string | null {
  return problems.find((problem) => bareField(problem.field) === field)?.message ?? null;
}

export class Sending {
  tried = $state(false);
  refused: Refusal | null = $state.raw(null);
  readonly #fields: () => readonly string[];
  readonly #lacks: () => readonly Problem[];

  /** The fields that are shown, in their order, and what they lack. */
  constructor(fields: () => readonly string[], lacks: () => readonly Problem[]) {
    this.#fields = fields;
    this.#lacks = lacks;
  }

  /** The sentence beside a field. */
  error(field: string): string | null {
    if (this.#refusedField === field && this.refused) return this.refused.message;
    return this.tried ? problemOf(this.#lacks(), field) : null;
  }

  /** What belongs beside no field that is shown. */
  get above(): string {
    if (this.refused && this.#refusedField === '') return this.refused.message;
    if (!this.tried) return '';
    const shown = this.#fields();
    const strays = this.#lacks().filter((it) => !shown.includes(bareField(it.field)));
    const said = strays.map((it) => it.message);
    return said.filter((text, at) => said.indexOf(text) === at).join(' ');
  }

  /** Runs it when nothing is lacking; else, or when it is refused, the first field that is wrong takes the focus. */
  async send(root: ParentNode | null | undefined, run: () => Promise<unknown>): Promise<void> {
    this.tried = true;
    this.refused = null;
    if (this.#lacks().length > 0) return this.#focus(root);
    try {
      await run();
    } catch (thrown) {
      this.refused = asRefusal(thrown);
      await this.#focus(root);
    }
  }

  again(): void {
    this.tried = false;
    this.refused = null;
  }

  get #refusedField(): string {
    const field = bareField(this.refused?.field ?? '');
    return this.#fields().includes(field) ? field : '';
  }

  async #focus(root: ParentNode | null | undefined): Promise<void> {
    await tick();
    const wrong = [this.#refusedField, ...this.#lacks().map((it) => bareField(it.field))];
    const field = this.#fields().find((it) => wrong.includes(it)) ?? '';
    const found =
      root?.querySelector<HTMLElement>(
        `[data-field="${field}"] :is(input:not(:disabled), textarea, button, [tabindex])`,
      ) ?? root?.querySelector<HTMLElement>('[aria-invalid="true"]');
    found?.focus();
  }
}
