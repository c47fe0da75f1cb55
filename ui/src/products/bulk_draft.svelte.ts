// How many products are changed at once, while it is being said.
import { book, type CustomField, type CustomValue } from '../api';
import { fieldsAbout } from '../kit/custom/fields';
import { Draft } from '../kit/form/draft.svelte';
import {
  changeOf, isComplete, type BulkBoxes, type BulkKind, type PriceEnding, type PriceWay,
} from './bulk_change';

export class BulkDraft extends Draft implements BulkBoxes {
  way = $state<PriceWay>('part');
  ppm = $state<number | null>(null);
  micro = $state<number | null>(null);
  ending = $state<PriceEnding>('exact');
  text = $state('');
  tax = $state(book.open.taxes[0]?.code ?? '');
  point = $state<number | null>(null);
  upTo = $state<number | null>(null);
  archived = $state<'yes' | 'no'>('yes');
  customKey = $state(fieldsAbout('product')[0]?.key ?? '');
  custom = $state.raw<CustomValue | null>(null);
  readonly #kind: BulkKind;

  constructor(kind: BulkKind) {
    super();
    this.#kind = kind;
    this.settle();
  }

  change() {
    return changeOf(this.#kind, this);
  }

  /** The custom field that is filled in. */
  get field(): CustomField | undefined {
    return fieldsAbout('product').find(({ key }) => key === this.customKey);
  }

  get complete(): boolean {
    return !this.hasUnread && isComplete(this.#kind, this);
  }

  protected fields(): unknown {
    return this.change();
  }
}
