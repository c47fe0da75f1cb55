// The terms of a price list being written, new or changed.
import { call, type PriceList } from '../api';
import { Draft } from '../kit/form/draft.svelte';
import { split } from './terms';

export class ListDraft extends Draft {
  name = $state('');
  from = $state<string | null>(null);
  to = $state<string | null>(null);
  tags = $state('');
  everyone = $state(false);
  channels = $state('');
  archived = $state(false);
  #saved: PriceList | undefined;

  constructor() {
    super();
    this.settle();
  }

  /** Takes over a list to change it. */
  load(list: PriceList): void {
    this.#saved = list;
    Object.assign(this, {
      name: list.name, from: list.from, to: list.to, tags: list.tags.join(', '),
      everyone: list.everyone, channels: list.channels.join(', '), archived: list.archived,
    });
    this.settle();
  }

  protected fields(): unknown {
    return this.#input();
  }

  #input() {
    return {
      name: this.name.trim(), from: this.from, to: this.to, tags: split(this.tags),
      everyone: this.everyone, channels: split(this.channels), archived: this.archived,
    };
  }

  /** Sends it; gives the list when it was taken. */
  async submit(): Promise<PriceList | undefined> {
    const saved = this.#saved;
    const request_id = this.requestId;
    const written = await this.send(() => saved
      ? call('price_lists.amend', { ...this.#input(), id: saved.id, request_id,
        expected_version: saved.version })
      : call('price_lists.create', { ...this.#input(), request_id }));
    return written?.output;
  }
}
