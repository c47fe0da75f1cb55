// A supplier being written, new or changed.
import { call, type Supplier } from '../api';
import { Draft } from '../kit/form/draft.svelte';

export class SupplierDraft extends Draft {
  name = $state('');
  code = $state('');
  account = $state('');
  contact = $state('');
  email = $state('');
  phone = $state('');
  address = $state('');
  note = $state('');
  paymentDays = $state<number | null>(null);
  leadTime = $state<number | null>(null);
  minimum = $state<number | null>(null);
  archived = $state(false);
  #saved: Supplier | undefined;

  constructor() {
    super();
    this.settle();
  }

  /** Takes over a supplier to change it. */
  load(supplier: Supplier): void {
    this.#saved = supplier;
    const text = (value: string | null) => value ?? '';
    Object.assign(this, {
      name: supplier.name, code: text(supplier.code), account: text(supplier.account),
      contact: text(supplier.contact), email: text(supplier.email), phone: text(supplier.phone),
      address: text(supplier.address), note: text(supplier.note),
      paymentDays: supplier.payment_days, leadTime: supplier.lead_time_days,
      minimum: supplier.minimum_minor, archived: supplier.archived,
    });
    this.settle();
  }

  protected fields(): unknown {
    return this.#input();
  }

  #input() {
    const text = (value: string) => value.trim() || null;
    return {
      name: this.name.trim(), code: text(this.code), account: text(this.account),
      contact: text(this.contact), email: text(this.email), phone: text(this.phone),
      address: text(this.address), note: text(this.note), payment_days: this.paymentDays,
      lead_time_days: this.leadTime, minimum_minor: this.minimum, archived: this.archived,
    };
  }

  /** Sends it; gives the supplier when it was taken. */
  async submit(): Promise<Supplier | undefined> {
    const saved = this.#saved;
    const request_id = this.requestId;
    const written = await this.send(() => saved
      ? call('suppliers.amend', { ...this.#input(), id: saved.id, request_id,
        expected_version: saved.version })
      : call('suppliers.create', { ...this.#input(), request_id }));
    return written?.output;
  }
}
