// Labels being chosen: of which products, how many, on which paper, with what on them.
import {
  CallError, call, toCallError, type InputOf, type LabelCode, type LabelField, type LabelFormat,
  type LabelSheet, type LabelsPreview, type ProductRow,
} from '../api';
import { Draft } from '../kit/form/draft.svelte';
import { look } from '../kit/look.svelte';
import type { Printers } from '../kit/print/printers.svelte';

type Asked = InputOf<'documents.preview_labels'>;
type Goods = Pick<ProductRow, 'id' | 'on_hand_milli' | 'service'>;

export const labelFields: readonly LabelField[] = ['title', 'sku', 'price', 'unit', 'code'];
export const labelSheets: readonly LabelSheet[] = ['a4_3x8', 'a4_4x10', 'single_57x32'];
export const labelCodes: readonly LabelCode[] = ['auto', 'code128', 'qr'];

/** So many labels of a product: as asked, or one for each whole piece that is there. */
export function countOf(product: Goods, way: 'each' | 'stock', each: number): number {
  if (way === 'each') return each;
  return product.service ? 0 : Math.max(0, Math.floor(product.on_hand_milli / 1000));
}

export class LabelsDraft extends Draft {
  sheet = $state<LabelSheet>('a4_3x8');
  code = $state<LabelCode>('auto');
  way = $state<'each' | 'stock'>('each');
  /** In thousandths, as the box holds it. */
  each = $state<number | null>(1000);
  skip = $state<number | null>(null);
  shown = $state.raw<readonly LabelField[]>(labelFields);
  preview = $state.raw<LabelsPreview | undefined>(undefined);
  readonly #products: readonly Goods[];
  #number = 0;

  constructor(products: readonly Goods[]) {
    super();
    this.#products = products;
    this.settle();
  }

  protected fields(): unknown {
    return [this.sheet, this.code, this.way, this.each, this.skip, this.shown];
  }

  /** Puts a field on the labels or takes it off, in the usual order. */
  show(field: LabelField, on: boolean): void {
    this.shown = labelFields.filter((one) => (one === field ? on : this.shown.includes(one)));
  }

  /** What is asked for, in the language of reports and papers. */
  asked(): Asked {
    return { ...this.chosen(), language: look.reportLanguage };
  }

  /** What was chosen. */
  chosen(): Asked {
    const each = Math.floor((this.each ?? 0) / 1000);
    const counted = this.#products.map((product) =>
      ({ product: product.id, count: countOf(product, this.way, each) }));
    return {
      sheet: this.sheet, fields: [...this.shown], code: this.code,
      skip: Math.floor((this.skip ?? 0) / 1000),
      items: this.way === 'stock' ? counted.filter((item) => item.count > 0) : counted,
    };
  }

  /** Looks at the first sheet; what is wrong stands at its field. */
  async look(): Promise<void> {
    const number = ++this.#number;
    const asked = this.asked();
    if (asked.items.length === 0) {
      this.preview = undefined;
      return;
    }
    try {
      const preview = await call('documents.preview_labels', asked);
      if (number !== this.#number) return;
      this.clear();
      this.preview = preview;
    } catch (cause) {
      if (number !== this.#number) return;
      this.clear();
      this.preview = undefined;
      this.refuse(this.#atForm(cause));
    }
  }

  save(path: string, format: LabelFormat) {
    return this.send(() => call('documents.export_labels', { ...this.asked(), path, format }));
  }

  /** Sends them to the label printer of this installation. */
  sendToPrinter() {
    return this.send(() => call('documents.send_labels', this.asked()));
  }

  print(printers: Printers) {
    return this.send(() =>
      call('documents.print_labels', { ...this.asked(), ...printers.printing() }));
  }

  /** A count or a product of the list has no box of its own: the count's box is theirs. */
  #atForm(cause: unknown): CallError {
    const error = toCallError(cause);
    if (!error.field?.startsWith('items.')) return error;
    const field = error.field.endsWith('.count') ? 'each' : null;
    return new CallError({ kind: error.kind, code: error.code, field, detail: error.detail });
  }
}
