// Deutsch: was mit Chargen und Seriennummern nicht ging.
import type { lotErrors as english } from '../en/lot_errors';

export const lotErrors = {
  label_malformed: 'Dieses Etikett bricht ab oder sagt etwas, das nicht sein kann.',
  lot_expired: 'Die Haltbarkeit dieser Charge ist vorbei: sie wird nicht verkauft.',
  lot_needed: 'Sagen, welche Charge: das Buch kann es nicht wissen.',
  lot_not_sent: 'Diese Charge ist mit dieser Umlagerung nicht unterwegs.',
  lot_not_shipped: 'Das ging mit diesem Auftrag nicht hinaus.',
  lot_unknown: 'Diese Charge gibt es nicht.',
  lots_differ: 'Die Chargen ergeben die Menge nicht.',
  more_than_lies_there: 'So viel davon liegt dort nicht.',
  product_not_tracked: 'Die Ware dieses Artikels wird nicht unterschieden.',
  serial_is_here: 'Ein Stück mit dieser Nummer ist schon hier.',
  serial_is_one_piece: 'Eine Seriennummer steht für ein ganzes Stück.',
  serial_needed: 'Die Seriennummer jedes Stücks angeben.',
} satisfies Record<keyof typeof english, string>;
