// A customer being written, new or changed.
import { call, type Address, type Customer, type CustomerInput } from '../api';
import { countryCode } from '../kit/fields/country';
import { Draft } from '../kit/form/draft.svelte';

const nowhere: Address = { street: '', postal_code: '', city: '', region: '', country: '' };

export class CustomerDraft extends Draft {
  code = $state('');
  name = $state('');
  company = $state(false);
  email = $state('');
  phone = $state('');
  country = $state('');
  tags = $state('');
  note = $state('');
  taxNumber = $state('');
  archived = $state(false);
  address = $state<Address>({ ...nowhere });
  #saved: Customer | undefined;

  constructor() {
    super();
    this.settle();
  }

  /** Takes over a customer to change it. */
  load(customer: Customer): void {
    this.#saved = customer;
    Object.assign(this, {
      code: customer.code ?? '', name: customer.name, company: customer.company,
      email: customer.email ?? '', phone: customer.phone ?? '', country: customer.country ?? '',
      tags: customer.tags.join(', '), note: customer.note ?? '',
      taxNumber: customer.tax_number ?? '', archived: customer.archived,
      address: { ...nowhere, ...customer.address },
    });
    this.settle();
  }

  protected fields(): unknown {
    return this.#input();
  }

  #input(): CustomerInput {
    const text = (value: string) => value.trim() || null;
    const { street, postal_code, city, region } = this.address;
    const country = countryCode(this.country);
    const some = [street, postal_code, city, region].some((part) => part.trim());
    return {
      code: text(this.code), name: this.name.trim(), company: this.company,
      email: text(this.email), phone: text(this.phone), country: text(country),
      address: some ? { street, postal_code, city, region, country } : null,
      tags: this.tags.split(',').map((tag) => tag.trim()).filter(Boolean),
      note: text(this.note), tax_number: text(this.taxNumber), archived: this.archived,
    };
  }

  /** Sends it; gives the customer when it was taken. */
  async submit(): Promise<Customer | undefined> {
    const saved = this.#saved;
    const request_id = this.requestId;
    const written = await this.send(() => saved
      ? call('customers.amend', { ...this.#input(), id: saved.id, request_id,
        expected_version: saved.version })
      : call('customers.create', { ...this.#input(), request_id }));
    return written?.output;
  }
}
