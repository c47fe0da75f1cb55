// The settings of the book being changed: the business, its taxes, its carriers.
import {
  book, call, type BookAmend, type BookInfo, type Carrier, type ExchangeRate, type StockPolicy,
  type Tax, type TaxRounding,
} from '../api';
import { Draft } from '../kit/form/draft.svelte';

export class BookDraft extends Draft {
  name = $state('');
  address = $state('');
  taxNumber = $state('');
  phone = $state('');
  email = $state('');
  cutoff = $state('0');
  policy = $state<StockPolicy>('warn');
  credit = $state<StockPolicy>('warn');
  included = $state(false);
  rounding = $state<TaxRounding>('per_rate_group');
  taxes = $state<Tax[]>([]);
  carriers = $state<Carrier[]>([]);
  rates = $state<ExchangeRate[]>([]);
  coin = $state<number | null>(null);
  tillRequired = $state(false);
  receiptText = $state('');

  constructor() {
    super();
    this.load(book.open);
  }

  load(info: BookInfo): void {
    Object.assign(this, {
      name: info.name, address: info.address ?? '', taxNumber: info.tax_number ?? '',
      phone: info.phone ?? '', email: info.email ?? '', cutoff: String(info.cutoff_hour),
      policy: info.stock_policy, credit: info.credit_policy,
      included: info.prices_include_tax, rounding: info.tax_rounding,
      taxes: info.taxes.map((tax) => ({ ...tax })), coin: info.cash_rounding_minor || null,
      carriers: info.carriers.map((carrier) => ({ ...carrier })),
      rates: info.exchange_rates.map((rate) => ({ ...rate })),
      tillRequired: info.till_required, receiptText: info.receipt_text ?? '',
    });
    this.settle();
  }

  addTax(): void {
    this.taxes.push({ code: '', name: '', rate_ppm: 0, category: 'standard' });
  }

  removeTax(index: number): void {
    this.taxes = this.taxes.filter((_, at) => at !== index);
  }

  addCarrier(): void {
    this.carriers.push({ name: '', url: '' });
  }

  removeCarrier(index: number): void {
    this.carriers = this.carriers.filter((_, at) => at !== index);
  }

  addRate(): void {
    this.rates.push({ currency: '', rate: '', from: book.today, source: '' });
  }

  removeRate(index: number): void {
    this.rates = this.rates.filter((_, at) => at !== index);
  }

  /** What the section of the exchange rates changes. */
  rating(): Partial<BookAmend> {
    return { exchange_rates: this.rates.map((rate) => ({ ...rate, rate: rate.rate.trim() })) };
  }

  protected fields(): unknown {
    return [this.business(), this.taxing(), this.carrying(), this.rating(), this.cash()];
  }

  /** What the section of the business changes. */
  business(): Partial<BookAmend> {
    const text = (value: string) => value.trim() || null;
    return {
      name: this.name.trim(), address: text(this.address), tax_number: text(this.taxNumber),
      phone: text(this.phone), email: text(this.email), cutoff_hour: Number(this.cutoff),
      stock_policy: this.policy, credit_policy: this.credit,
    };
  }

  /** What the section of the taxes changes. */
  taxing(): Partial<BookAmend> {
    return {
      prices_include_tax: this.included, tax_rounding: this.rounding,
      taxes: this.taxes.map((tax) => ({ ...tax, code: tax.code.trim(), name: tax.name.trim() })),
    };
  }

  /** What the section of the carriers changes. */
  carrying(): Partial<BookAmend> {
    const carriers = this.carriers.map(({ name, url }) =>
      ({ name: name.trim(), url: url.trim() }));
    return { carriers };
  }

  /** What the section of the receipts changes. */
  cash(): Partial<BookAmend> {
    return {
      cash_rounding_minor: this.coin ?? 0, till_required: this.tillRequired,
      receipt_text: this.receiptText.trim() || null,
    };
  }

  /** Sends what one section changes; true when it was taken. */
  async submit(change: Partial<BookAmend>): Promise<boolean> {
    const request = { request_id: this.requestId, expected_version: book.open.version };
    const written = await this.send(() => call('book.amend', { ...change, ...request }));
    if (!written) return false;
    await book.refresh();
    this.load(written.output);
    return true;
  }
}
