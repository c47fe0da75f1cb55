// What a verb refused, said at the fields of a screen that is no form of its own.
import type { CallError } from '../../api';
import { sentenceOf } from '../sentence';
import { Draft } from './draft.svelte';

export class Refusals extends Draft {
  protected fields(): unknown {
    return null;
  }

  /** Says a refusal at a field; false when there is none that it is about. */
  say(error: CallError, field: string | undefined): boolean {
    this.clear();
    if (field === undefined) return false;
    this.errors = { [field]: sentenceOf(error) };
    return true;
  }
}
