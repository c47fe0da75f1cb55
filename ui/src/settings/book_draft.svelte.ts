// The settings of the book being changed: the business, its taxes, its carriers.
import {
  book, call, type AllocationPolicy, type BookAmend, type BookInfo, type Carrier, type CodePattern,
  type ExchangeRate, type LoyaltyProgramme, type StatusPart, type StockPolicy, type Tax,
  type TaxRounding, type Valuation,
} from '../api';
import { Draft } from '../kit/form/draft.svelte';

export class BookDraft extends Draft {
  name = $state('');
  address = $state('');
  taxNumber = $state('');
  phone = $state('');
  email = $state('');
  city = $state('');
  postalCode = $state('');
  contactName = $state('');
  bankAccount = $state('');
  statusShows = $state<StatusPart[]>([]);
  cutoff = $state('0');
  policy = $state<StockPolicy>('warn');
  allocation = $state<AllocationPolicy>('ordered');
  credit = $state<StockPolicy>('warn');
  expired = $state<StockPolicy>('warn');
  valuation = $state<Valuation>('fifo');
  included = $state(false);
  rounding = $state<TaxRounding>('per_rate_group');
  taxes = $state<Tax[]>([]);
  carriers = $state<Carrier[]>([]);
  patterns = $state<CodePattern[]>([]);
  rates = $state<ExchangeRate[]>([]);
  coin = $state<number | null>(null);
  tillRequired = $state(false);
  receiptText = $state('');
  lockAfter = $state('0');
  loyalty = $state<LoyaltyProgramme>({ ...book.open.loyalty });

  constructor() {
    super();
    this.load(book.open);
  }

  load(info: BookInfo): void {
    Object.assign(this, {
      name: info.name, address: info.address ?? '', taxNumber: info.tax_number ?? '',
      phone: info.phone ?? '', email: info.email ?? '', city: info.city ?? '',
      postalCode: info.postal_code ?? '', contactName: info.contact_name ?? '',
      bankAccount: info.bank_account ?? '', statusShows: [...info.status_shows],
      cutoff: String(info.cutoff_hour),
      policy: info.stock_policy, allocation: info.allocation_policy, credit: info.credit_policy,
      expired: info.expired_policy,
      valuation: info.valuation,
      included: info.prices_include_tax, rounding: info.tax_rounding,
      taxes: info.taxes.map((tax) => ({ ...tax })), coin: info.cash_rounding_minor || null,
      patterns: info.code_patterns.map((pattern) => ({ ...pattern })),
      carriers: info.carriers.map((carrier) => ({ ...carrier })),
      lockAfter: String(info.lock_after_min),
      loyalty: { ...info.loyalty, earns_nothing: [...info.loyalty.earns_nothing] },
      rates: info.exchange_rates.map((rate) => ({ ...rate })),
      tillRequired: info.till_required, receiptText: info.receipt_text ?? '',
    });
    this.settle();
  }

  /** Whether the page for customers shows a part; told, it does or no longer does. */
  shows(part: StatusPart): boolean {
    return this.statusShows.includes(part);
  }

  show(part: StatusPart, shown: boolean): void {
    const others = this.statusShows.filter((one) => one !== part);
    this.statusShows = shown ? [...others, part] : others;
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

  addPattern(): void {
    this.patterns.push({
      prefix: '', item_digits: 5, value: 'weight', decimals: 3, value_check: false,
    });
  }

  removePattern(index: number): void {
    this.patterns = this.patterns.filter((_, at) => at !== index);
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
    return [
      this.business(), this.taxing(), this.carrying(), this.rating(), this.cash(),
      this.scanning(), this.locking(), this.rewarding(),
    ];
  }

  /** What the section of the business changes. */
  business(): Partial<BookAmend> {
    const text = (value: string) => value.trim() || null;
    return {
      name: this.name.trim(), address: text(this.address), tax_number: text(this.taxNumber),
      phone: text(this.phone), email: text(this.email), city: text(this.city),
      postal_code: text(this.postalCode), contact_name: text(this.contactName),
      bank_account: text(this.bankAccount), status_shows: [...this.statusShows],
      cutoff_hour: Number(this.cutoff),
      stock_policy: this.policy, allocation_policy: this.allocation,
      credit_policy: this.credit, expired_policy: this.expired, valuation: this.valuation,
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

  /** What the section of the codes of scales changes. */
  scanning(): Partial<BookAmend> {
    const code_patterns = this.patterns.map((pattern) =>
      ({ ...pattern, prefix: pattern.prefix.trim() }));
    return { code_patterns };
  }

  /** What the section of the receipts changes. */
  cash(): Partial<BookAmend> {
    return {
      cash_rounding_minor: this.coin ?? 0, till_required: this.tillRequired,
      receipt_text: this.receiptText.trim() || null,
    };
  }

  /** What the section of the people changes. */
  locking(): Partial<BookAmend> {
    return { lock_after_min: Number(this.lockAfter) };
  }

  /** Whether a way of paying earns points; told, it does or no longer does. */
  earns(method: string): boolean {
    return !this.loyalty.earns_nothing.includes(method);
  }

  letEarn(method: string, earns: boolean): void {
    const others = this.loyalty.earns_nothing.filter((one) => one !== method);
    this.loyalty.earns_nothing = earns ? others : [...others, method];
  }

  /** What the section of the points programme changes. */
  rewarding(): Partial<BookAmend> {
    return { loyalty: $state.snapshot(this.loyalty) };
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
