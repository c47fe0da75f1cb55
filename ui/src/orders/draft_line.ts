// A line of an order being written, and how verbs take what it is.

/** A line being written. `key` tells lines apart while they move. */
export interface DraftLine {
  key: number;
  /** The number of a line that there was before. */
  line: number | null;
  product: string | null;
  sku: string;
  title: string;
  service: boolean;
  tax: string | null;
  quantity: number | null;
  /** The price when it was typed; null for the one that lists or the product propose. */
  price: number | null;
  discount: number | null;
  /** The gift card that the line puts value on. */
  card?: { code: string; expires: string | null };
}

/** What a line is: a product, value for a gift card, or work. */
export function identityOf({ product, card, title, tax }: DraftLine) {
  if (product) return { product };
  if (!card) return { title, service: true, tax: tax ?? undefined };
  return {
    title, gift_card: card.code, ...(card.expires && { gift_card_expires: card.expires }),
  };
}
