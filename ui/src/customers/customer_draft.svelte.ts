// A customer being written, new or changed.
import { call, type Address, type Customer, type CustomerInput } from '../api';
import { CustomBoxes } from '../kit/custom/boxes.svelte';
import { countryCode } from '../kit/fields/country';
import { Draft } from '../kit/form/draft.svelte';

const nowhere: Address = { street: '', postal_code: '', city: '', region: '', country: '' };

/** Days are typed in a box for quantities. */
const ONE_MILLI = 1000;

export class CustomerDraft extends Draft {
  code = $state('');
  name = $state('');
  company = $state(false);
  email = $state('');
  phone = $state('');
  country = $state('');
  tags = $state('');
  note = $state('');
  loyaltyCard = $state('');
  taxNumber = $state('');
  priceList = $state('');
  paymentDays = $state<number | null>(null);
  creditLimit = $state<number | null>(null);
  exemption = $state('');
  exemptUntil = $state<string | null>(null);
  certificate = $state('');
  archived = $state(false);
  address = $state<Address>({ ...nowhere });
  readonly custom = new CustomBoxes('customer');
  #saved: Customer | undefined;

  constructor() {
    super();
    this.settle();
  }

  /** Takes over a customer to change it. */
  load(customer: Customer): void {
    this.#saved = customer;
    this.custom.load(customer.custom);
    Object.assign(this, {
      code: customer.code ?? '', name: customer.name, company: customer.company,
      email: customer.email ?? '', phone: customer.phone ?? '', country: customer.country ?? '',
      tags: customer.tags.join(', '), note: customer.note ?? '',
      loyaltyCard: customer.loyalty_card ?? '',
      taxNumber: customer.tax_number ?? '', archived: customer.archived,
      address: { ...nowhere, ...customer.address }, priceList: customer.price_list ?? '',
      paymentDays: customer.payment_days === null ? null : customer.payment_days * ONE_MILLI,
      creditLimit: customer.credit_limit_minor, exemption: customer.tax_exemption?.reason ?? '',
      exemptUntil: customer.tax_exemption?.until ?? null,
      certificate: customer.tax_certificate ?? '',
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
    const reason = this.exemption.trim();
    const some = [street, postal_code, city, region].some((part) => part.trim());
    return {
      code: text(this.code), name: this.name.trim(), company: this.company,
      email: text(this.email), phone: text(this.phone), country: text(country),
      address: some ? { street, postal_code, city, region, country } : null,
      tags: this.tags.split(',').map((tag) => tag.trim()).filter(Boolean),
      note: text(this.note), loyalty_card: text(this.loyaltyCard),
      tax_number: text(this.taxNumber), archived: this.archived,
      price_list: text(this.priceList), credit_limit_minor: this.creditLimit,
      payment_days: this.paymentDays === null ? null : Math.trunc(this.paymentDays / ONE_MILLI),
      tax_exemption: reason ? { reason, until: this.exemptUntil } : null,
      tax_certificate: text(this.certificate), custom: this.custom.said,
    };
  }

  /** Sends it; gives the customer when it was taken. */
  async submit(): Promise<Customer | undefined> {
    if (this.lacks(this.custom.missing)) return undefined;
    const saved = this.#saved;
    const request_id = this.requestId;
    const written = await this.send(() => saved
      ? call('customers.amend', { ...this.#input(), id: saved.id, request_id,
        expected_version: saved.version })
      : call('customers.create', { ...this.#input(), request_id }));
    return written?.output;
  }
}
