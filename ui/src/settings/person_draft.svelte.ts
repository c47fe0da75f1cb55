// A person of the shop being written: who they are first, then their PIN.
import { call, newRequestId, type Person } from '../api';
import { Draft } from '../kit/form/draft.svelte';

export class PersonDraft extends Draft {
  name = $state('');
  role = $state('cashier');
  pin = $state('');
  clearPin = $state(false);
  archived = $state(false);
  #saved: Person | undefined;

  /** The first person of a shop is its owner. */
  constructor(person: Person | undefined, isFirst: boolean) {
    super();
    if (isFirst) this.role = 'owner';
    this.#saved = person;
    if (person) {
      Object.assign(this, { name: person.name, role: person.role, archived: person.archived });
    }
    this.settle();
  }

  protected fields(): unknown {
    return [this.name, this.role, this.pin, this.clearPin, this.archived];
  }

  /** Saves what changed; what was saved before a refusal is not saved twice. */
  submit(): Promise<Person | undefined> {
    return this.send(async () => {
      this.#saved = await this.#keep(this.#saved);
      if (this.pin !== '' || this.clearPin) this.#saved = await this.#setPin(this.#saved);
      this.pin = '';
      return this.#saved;
    });
  }

  async #keep(before: Person | undefined): Promise<Person> {
    const { name, role, archived } = this;
    if (!before) {
      const asked = { name, role, request_id: this.requestId };
      return (await call('people.create', asked)).output;
    }
    const same = before.name === name && before.role === role && before.archived === archived;
    if (same) return before;
    const change = { id: before.id, expected_version: before.version, request_id: newRequestId() };
    const said = {
      name: name === before.name ? null : name, role: role === before.role ? null : role, archived,
    };
    return (await call('people.amend', { ...change, ...said })).output;
  }

  async #setPin(person: Person): Promise<Person> {
    const change = { id: person.id, expected_version: person.version, request_id: newRequestId() };
    const pin = this.clearPin ? null : this.pin;
    return (await call('people.set_pin', { ...change, pin })).output;
  }
}
