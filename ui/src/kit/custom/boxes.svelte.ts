// What is filled in of custom fields while a form stands open.
import type { CustomField, CustomSubject, CustomValue } from '../../api';
import { t } from '../../text';
import { fieldsAbout, pathOf } from './fields';
import { tidied } from './tidied';
import type { CustomSaid, CustomValues } from './values';

const same = (one: CustomValue | null, other: CustomValue | null) =>
  JSON.stringify(one) === JSON.stringify(other);

export class CustomBoxes {
  values = $state.raw<Readonly<Record<string, CustomValue | null>>>({});
  readonly #subject: CustomSubject;
  #saved: CustomValues = {};

  constructor(subject: CustomSubject) {
    this.#subject = subject;
  }

  get fields(): CustomField[] {
    return fieldsAbout(this.#subject);
  }

  /** Takes over what is filled in of a record. */
  load(values: CustomValues): void {
    this.#saved = values;
    this.values = values;
  }

  at(key: string): CustomValue | null {
    return this.values[key] ?? null;
  }

  set(key: string, value: CustomValue | null): void {
    this.values = { ...this.values, [key]: value };
  }

  /** What is different from what was filled in before: a field that nobody touched says nothing. */
  get said(): CustomSaid {
    const changed = this.fields.map(({ key }) => [key, tidied(this.at(key))] as const)
      .filter(([key, value]) => !same(value, this.#saved[key] ?? null));
    return Object.fromEntries(changed);
  }

  /** What is missing of the fields that forms ask for, by path. */
  get missing(): Record<string, string> {
    const empty = this.fields.filter(({ key, required }) => required && !tidied(this.at(key)));
    return Object.fromEntries(empty.map(({ key }) => [pathOf(key), t.errors.required]));
  }
}
