// A custom field of the book being written, new or changed.
import {
  book, call, type CustomField, type CustomFieldPatch, type CustomKind, type CustomSubject,
} from '../api';
import { Draft } from '../kit/form/draft.svelte';

export class FieldDraft extends Draft {
  title = $state('');
  kind = $state<CustomKind>('text');
  decimals = $state('0');
  options = $state('');
  hint = $state('');
  required = $state(false);
  archived = $state(false);
  readonly #subject: CustomSubject;
  readonly #saved: CustomField | undefined;

  constructor(subject: CustomSubject, saved: CustomField | undefined) {
    super();
    this.#subject = subject;
    this.#saved = saved;
    if (saved) {
      Object.assign(this, {
        title: saved.title, kind: saved.kind, decimals: String(saved.decimals),
        options: saved.options.join('\n'), hint: saved.hint ?? '', required: saved.required,
        archived: saved.archived,
      });
    }
    this.settle();
  }

  protected fields(): unknown {
    return this.#said();
  }

  /** What can be chosen: one on each line. */
  get choices(): string[] {
    return this.options.split('\n').map((line) => line.trim()).filter(Boolean);
  }

  #said(): CustomFieldPatch {
    const { title, kind, required, archived } = this;
    return {
      subject: this.#subject, key: this.#saved?.key ?? null, title: title.trim(), kind, required,
      hint: this.hint.trim() || null, archived,
      options: kind === 'choice' ? this.choices : null,
      decimals: kind === 'number' ? Number(this.decimals) : null,
    };
  }

  /** Sends it; true when it was taken. */
  async submit(): Promise<boolean> {
    const written = await this.send(() => call('book.amend', {
      expected_version: book.open.version, request_id: this.requestId,
      custom_fields: [this.#said()],
    }));
    if (!written) return false;
    await book.refresh();
    return true;
  }
}
