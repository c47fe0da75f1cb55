// A person and their PIN, being typed.
import type { Person } from '../api';
import { Draft } from '../kit/form/draft.svelte';

export class PinDraft extends Draft {
  person = $state('');
  pin = $state('');

  constructor(people: readonly Person[], chosen?: string) {
    super();
    const first = people.find((one) => one.id === chosen) ?? people[0];
    this.person = first?.id ?? '';
    this.settle();
  }

  protected fields(): unknown {
    return [this.person, this.pin];
  }

  /** The PIN as it was typed, forgotten here: it stands nowhere longer than it must. */
  take(): string {
    const { pin } = this;
    this.pin = '';
    return pin;
  }

  /** Says why what was typed is no PIN at all. */
  notTaken(why: string): void {
    this.clear();
    this.failure = why;
  }

  /** A refusal of an approval is about the same boxes. */
  override errorAt(path: string): string | undefined {
    return super.errorAt(path) ?? super.errorAt(`approval.${path}`);
  }
}
