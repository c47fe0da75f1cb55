// A share being given or asked for.
import { call, type Shares } from '../api';
import { Draft } from '../kit/form/draft.svelte';

/** What is done with a share. */
export type ShareAct = 'give' | 'ask';

export class ShareDraft extends Draft {
  quantity = $state<number | null>(null);
  device = $state('');
  readonly #shares: Shares;
  readonly #act: ShareAct;

  constructor(shares: Shares, act: ShareAct) {
    super();
    this.#shares = shares;
    this.#act = act;
    const own = shares.rows.find((row) => row.device === shares.own);
    const others = shares.rows.filter((row) => row.device !== shares.own);
    // Who asks for some is most likely to get it, and as much as is asked for.
    const asking = others.find((row) => row.asked_milli > 0) ?? others[0];
    this.device = asking?.device ?? '';
    const asked = (act === 'give' ? asking?.asked_milli : own?.asked_milli) ?? 0;
    this.quantity = asked > 0 ? asked : null;
    this.settle();
  }

  protected fields(): unknown {
    return [this.quantity, this.device];
  }

  /** Sends it; gives the shares when it was taken. */
  async submit(): Promise<Shares | undefined> {
    const { product, location } = this.#shares;
    const goods = { product, location, quantity_milli: this.quantity ?? 0 };
    const { device, requestId: request_id } = this;
    const written = await this.send(() => this.#act === 'give'
      ? call('shares.give', { ...goods, device, request_id })
      : call('shares.ask', { ...goods, request_id }));
    return written?.output;
  }
}
