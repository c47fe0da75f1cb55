// What is being typed in the dialog of a gift card, and how it is sent.
import { call, type GiftCard } from '../api';
import { Draft } from '../kit/form/draft.svelte';
import { sentenceOf } from '../kit/sentence';

/** What a dialog can do to a card, or make one. */
export type CardAct = 'create' | 'block' | 'replace' | 'adjust' | 'change';

export class CardDraft extends Draft {
  code = $state('');
  amount = $state<number | null>(null);
  reason = $state('');
  expires = $state<string | null>(null);
  readonly #act: CardAct;
  readonly #card: GiftCard | undefined;

  constructor(act: CardAct, card: GiftCard | undefined) {
    super();
    this.#act = act;
    this.#card = card;
    if (act === 'change') this.expires = card?.expires ?? null;
    if (act === 'adjust' && card && card.balance_minor < 0) this.amount = -card.balance_minor;
    this.settle();
  }

  /** Fills in a code that nobody can guess. */
  async propose(): Promise<void> {
    if (this.#act !== 'create' && this.#act !== 'replace') return;
    try {
      const { shown } = await call('gift_cards.propose', {});
      if (this.code === '') this.code = shown;
      this.settle();
    } catch (cause) {
      this.failure = sentenceOf(cause);
    }
  }

  protected fields(): unknown {
    return [this.code, this.amount, this.reason, this.expires];
  }

  /** Sends what was typed; gives the card as it is then. */
  submit(): Promise<GiftCard | undefined> {
    return this.send(async () => (await this.#send()).output);
  }

  #send() {
    const { code, requestId: request_id } = this;
    const [amount_minor, reason] = [this.amount ?? 0, this.reason.trim()];
    const until = this.expires ? { expires: this.expires } : {};
    const card = this.#card;
    if (!card) {
      return call('gift_cards.create', { code, amount_minor, reason, ...until, request_id });
    }
    const change = { id: card.id, expected_version: card.version, request_id };
    switch (this.#act) {
      case 'block':
        return call('gift_cards.block', { ...change, ...(reason && { reason }) });
      case 'replace':
        return call('gift_cards.replace', { ...change, code });
      case 'adjust':
        return call('gift_cards.adjust', { ...change, amount_minor, reason });
      default:
        return call('gift_cards.amend', { ...change, ...until });
    }
  }
}
