// The contract in TypeScript until codegen writes it.
export type AppErrorKind = 'invalid' | 'conflict' | 'not_found' | 'unavailable' | 'broken';
export type ErrorCode = string;
export interface AppErrorWire { kind: AppErrorKind; code: string; field: string | null; detail: string | null; report_id: string | null }
export interface Touched { kind: string; id: string }
export interface Written<T> { output: T; touched: Touched[]; dry_run: boolean }
export interface Page<T> { total: number; complete: boolean; offset: number; rows: T[] }
export interface Tax { code: string; name: string; rate_ppm: number; category: string }
export interface Location { id: string; name: string }
export interface BookInfo {
  id: string; name: string; path: string; currency: string; currency_digits: number; country: string;
  device_prefix: string; version: number; read_only: string | null; schema_version: number;
  prices_include_tax: boolean; tax_rounding: string; taxes: Tax[]; cutoff_hour: number; stock_policy: string;
  address: string | null; tax_number: string | null; phone: string | null; email: string | null;
  payment_methods: string[]; channels: string[]; locations: Location[];
  orders: number; products: number; customers: number;
  first_day: string | null; last_day: string | null; today: string; unsent_entries: number; sample: boolean;
}
export interface RecentBook { path: string; name: string; opened_at_ms: number; missing: boolean }
export interface BookStatus { open: BookInfo | null; recent: RecentBook[]; sample_available: boolean; version: string }
export interface CountryDefaults { country: string; currency: string; currency_digits: number; taxes: Tax[]; prices_include_tax: boolean }
export interface Exception { code: string; kind: string; id: string; title: string; detail: string | null }
export interface Today {
  day: string; currency: string; taken_minor: number; taken_before_minor: number; orders: number; orders_before: number;
  to_ship: number; to_ship_late: number; to_pay: number; drafts: number; low_stock: number; out_of_stock: number;
  weeks: { week_start: string; revenue_minor: number; before_minor: number }[];
  states: { state: string; orders: number }[];
  exceptions: Exception[]; exceptions_total: number;
  low: { product: string; sku: string; title: string; on_hand_milli: number; reorder_point_milli: number }[];
  last_day: string | null;
}
export interface Hit { kind: string; id: string; title: string; detail: string | null }
export interface JobState {
  job: string; verb: string; state: string; done: number; total: number | null; unit: string;
  message: string | null; started_at_ms: number; remaining_ms: number | null; output: unknown; error: AppErrorWire | null;
}
export interface OrderRow {
  id: string; number: string; external_id: string | null; kind: string; state: string;
  placed_local: string | null; day: string; customer: string | null; customer_name: string | null;
  channel: string; country: string | null; items_milli: number; lines: number; total_minor: number;
  paid_minor: number; payment: string; fulfilment: string; version: number;
}
export interface OrderLine {
  line: number; product: string | null; sku: string; title: string; service: boolean;
  quantity_milli: number; shipped_milli: number; cancelled_milli: number; unit_price_micro: number;
  discount_ppm: number; discount_minor: number; tax: string | null; tax_rate_ppm: number;
  net_minor: number; tax_minor: number; total_minor: number;
  on_hand_milli: number | null; available_milli: number | null;
}
export interface TimelineItem { at_local: string; actor: string; kind: string; device: string; summary: Record<string, unknown> }
export interface Warning { code: string; field: string | null; detail: string | null }
export interface CustomerSummary {
  id: string; name: string; address: string | null; email: string | null; phone: string | null;
  orders: number; revenue_minor: number; balance_minor: number;
}
export interface Order extends Omit<OrderRow, 'lines'> {
  currency: string; prices_include_tax: boolean; note: string | null; discount_ppm: number;
  created_local: string; closed_local: string | null; cancel_reason: string | null; run: string | null;
  lines: OrderLine[];
  taxes: { code: string; rate_ppm: number; base_minor: number; tax_minor: number }[];
  lines_minor: number; discount_minor: number; net_minor: number; tax_minor: number;
  refunded_minor: number; due_minor: number;
  payments: { payment: string; method: string; amount_minor: number; at_local: string; reference: string | null }[];
  shipments: { shipment: string; at_local: string; carrier: string | null; tracking: string | null; lines: { line: number; quantity_milli: number }[] }[];
  customer_summary: CustomerSummary | null;
  timeline: TimelineItem[]; allowed: string[]; warnings: Warning[];
}
export interface OrderLineInput {
  product?: string; title?: string; service?: boolean; tax?: string; quantity_milli: number;
  unit_price_micro?: number; discount_ppm?: number; discount_minor?: number;
}
export interface OrderInput {
  customer?: string | null; channel: string; country?: string; note?: string; discount_ppm?: number;
  lines: OrderLineInput[];
}
export interface OrderFilter {
  state?: string[]; payment?: string[]; fulfilment?: string[]; channel?: string[]; kind?: string[];
  customer?: string; product?: string; from?: string; to?: string; run?: string;
}
export interface Sort<K extends string = string> { key: K; descending: boolean }
export interface ListInput<F> { text?: string; filter?: F; sort?: Sort; offset: number; limit: number }
export interface ProductRow {
  id: string; sku: string; title: string; category: string | null; unit_price_micro: number;
  cost_micro: number | null; tax: string | null; service: boolean; archived: boolean;
  on_hand_milli: number; allocated_milli: number; available_milli: number;
  reorder_point_milli: number | null; units_sold_milli: number; revenue_minor: number; version: number;
}
export interface Product extends ProductRow {
  barcodes: string[]; note: string | null; unit: string; reorder_to_milli: number | null;
  stock: { location: string; name: string; on_hand_milli: number; allocated_milli: number; available_milli: number }[];
  months: { month: string; units_milli: number; revenue_minor: number }[];
  timeline: TimelineItem[];
}
export interface ProductFilter { archived?: boolean; stocked?: boolean; low?: boolean; category?: string }
export interface Movement {
  at_local: string; kind: string; subject: string; label: string; from: string; to: string;
  quantity_milli: number; on_hand_after_milli: number;
}
export interface ProductInput {
  sku: string; title: string; category?: string | null; unit_price_micro: number; cost_micro?: number | null;
  tax?: string | null; service?: boolean; barcodes?: string[]; unit?: string; note?: string | null;
  reorder_point_milli?: number | null; reorder_to_milli?: number | null; archived?: boolean;
}
export interface CustomerRow {
  id: string; code: string | null; name: string; company: boolean; country: string | null;
  email: string | null; phone: string | null; orders: number; revenue_minor: number; balance_minor: number;
  first_day: string | null; last_day: string | null; erased: boolean; archived: boolean; version: number;
}
export interface Address { street: string; postal_code: string; city: string; region: string; country: string }
export interface Customer extends CustomerRow {
  address: Address | null; tags: string[]; note: string | null; tax_number: string | null;
  average_minor: number; months: { month: string; orders: number; revenue_minor: number }[];
  timeline: TimelineItem[];
}
export interface CustomerFilter { archived?: boolean; country?: string; tag?: string }
export interface CustomerInput {
  code?: string | null; name: string; company?: boolean; email?: string | null; phone?: string | null;
  address?: Address | null; country?: string | null; tags?: string[]; note?: string | null;
  tax_number?: string | null; archived?: boolean;
}
export interface ReportInfo {
  report: string; title_code: string; group: string; by: string[]; chart: string; parameters: string[];
}
export interface ReportInput { report: string; from?: string; to?: string; by?: string; limit?: number; compare?: boolean }
export interface Report {
  report: string; parameters: Record<string, unknown>; currency: string;
  columns: { key: string; title: string; unit: string }[];
  rows: Record<string, string | number | null>[]; totals: Record<string, number>;
}
type Request = { request_id: string; dry_run?: boolean };
type Change = Request & { id: string; expected_version: number };
type Nothing = Record<string, never>;
export interface Verbs {
  'book.status': { input: Nothing; output: BookStatus };
  'book.create': { input: { path: string; name: string; currency: string; country: string; prices_include_tax?: boolean; taxes?: Tax[] }; output: BookInfo };
  'book.open': { input: { path: string }; output: BookInfo };
  'book.close': { input: Nothing; output: Nothing };
  'book.forget': { input: { path: string }; output: Nothing };
  'book.sample': { input: { path?: string }; output: { job: string } };
  'book.countries': { input: Nothing; output: CountryDefaults[] };
  'book.info': { input: Nothing; output: BookInfo };
  'book.amend': { input: { request_id: string; expected_version: number; name?: string; address?: string | null; tax_number?: string | null; phone?: string | null; email?: string | null; prices_include_tax?: boolean; tax_rounding?: string; taxes?: Tax[]; cutoff_hour?: number; stock_policy?: string; dry_run?: boolean }; output: Written<BookInfo> };
  'book.today': { input: { day?: string }; output: Today };
  'book.exceptions': { input: Nothing; output: { exceptions: Exception[]; total: number } };
  'book.search': { input: { text: string; limit?: number }; output: { hits: Hit[] } };
  'book.verify': { input: Nothing; output: { job: string } };
  'book.rebuild': { input: Nothing; output: { job: string } };
  'book.backup': { input: { path: string }; output: { job: string } };
  'book.kept': { input: Nothing; output: { settings: unknown } };
  'book.keep': { input: { settings: unknown }; output: Nothing };
  'jobs.list': { input: Nothing; output: { jobs: JobState[] } };
  'jobs.get': { input: { job: string }; output: JobState };
  'jobs.cancel': { input: { job: string }; output: JobState };
  'orders.list': { input: ListInput<OrderFilter>; output: Page<OrderRow> };
  'orders.position': { input: { text?: string; filter?: OrderFilter; sort?: Sort; id: string }; output: { position: number | null } };
  'orders.get': { input: { id: string }; output: Order };
  'orders.draft': { input: OrderInput & Request; output: Written<Order> };
  'orders.amend': { input: OrderInput & Change; output: Written<Order> };
  'orders.place': { input: (OrderInput & Request) | Change; output: Written<Order> };
  'orders.sell': { input: OrderInput & { method: string; tendered_minor?: number; request_id: string }; output: Written<Order> };
  'orders.pay': { input: Change & { method: string; amount_minor: number; reference?: string }; output: Written<Order> };
  'orders.refund': { input: Change & { method: string; amount_minor: number; reason?: string }; output: Written<Order> };
  'orders.fulfil': { input: Change & { lines?: { line: number; quantity_milli: number }[]; carrier?: string; tracking?: string }; output: Written<Order> };
  'orders.cancel': { input: Change & { reason?: string }; output: Written<Order> };
  'orders.discard': { input: Change; output: Written<Order> };
  'products.list': { input: ListInput<ProductFilter>; output: Page<ProductRow> };
  'products.get': { input: { id: string }; output: Product };
  'products.movements': { input: { id: string; offset: number; limit: number }; output: Page<Movement> };
  'products.create': { input: ProductInput & Request; output: Written<Product> };
  'products.amend': { input: Partial<ProductInput> & Change; output: Written<Product> };
  'stock.adjust': { input: Request & { product: string; location?: string; quantity_milli?: number; counted_milli?: number; reason: string }; output: Written<Product> };
  'customers.list': { input: ListInput<CustomerFilter>; output: Page<CustomerRow> };
  'customers.get': { input: { id: string }; output: Customer };
  'customers.create': { input: CustomerInput & Request; output: Written<Customer> };
  'customers.amend': { input: Partial<CustomerInput> & Change; output: Written<Customer> };
  'customers.erase': { input: Change; output: Written<Customer> };
  'reports.list': { input: Nothing; output: { reports: ReportInfo[] } };
  'reports.run': { input: ReportInput; output: Report };
  'reports.export': { input: ReportInput & { path: string; format: string; width_px?: number; height_px?: number }; output: { path: string; bytes: number } };
  'shell.pick_file': { input: { title: string; filters: { name: string; extensions: string[] }[]; folder?: string }; output: { path: string | null } };
  'shell.save_file': { input: { title: string; suggested_name: string; filters: { name: string; extensions: string[] }[]; folder?: string }; output: { path: string | null } };
  'shell.new_window': { input: Nothing; output: Nothing };
  'shell.reveal': { input: { path: string }; output: Nothing };
}
export interface ByteVerbs {
  'reports.chart': ReportInput & { format: 'svg' | 'png'; width_px: number; height_px: number; scale?: number; theme: 'light' | 'dark' };
}
