// Deutsch: Chargen, Seriennummern und Haltbarkeit, und wer was gekauft hat.
import { many } from '../many';
import type { lots as english } from '../en/lots';

export const lots: typeof english = {
  title: 'Chargen', lot: 'Charge', serial: 'Seriennummer', serials: 'Seriennummern',
  tracking: 'Ware wird unterschieden', trackingHint: 'Was schon da ist, liegt ohne Charge, bis '
    + 'jemand sie nennt.',
  kinds: { none: 'Gar nicht', lot: 'Nach Charge, mit Haltbarkeit', serial: 'Nach Seriennummer' },
  quantity: 'Menge', rest: 'der Rest', expires: 'Haltbar bis', came: 'Gekommen',
  until: (day: string) => `haltbar bis ${day}`, expired: 'Abgelaufen', onHand: 'Bestand',
  where: 'Wo', loose: 'Ohne Charge', none: 'Hier liegt keine Charge.',
  left: (quantity: string) => `${quantity} ohne Charge`,
  tooMany: (quantity: string) => `${quantity} zu viel`,
  name: 'Chargen nennen', nameTitle: (what: string) => `Welche Chargen von ${what} liegen hier?`,
  nameText: (quantity: string) => `${quantity} liegen hier ohne Charge.`,
  named: (sku: string) => `Chargen von ${sku} genannt`, place: 'Ort',
  date: 'Haltbarkeit ändern', dated: (lot: string) => `${lot} ist anders haltbar`,
  recall: 'Wer sie gekauft hat',
  recallTitle: (lot: string, what: string) => `Charge ${lot}, ${what}`,
  serialTitle: (lot: string, what: string) => `${lot}, ${what}`,
  buyers: 'Wer sie gekauft hat', noBuyers: 'Niemand hat etwas davon gekauft.', order: 'Auftrag',
  customer: 'Kunde', nobody: 'Nicht bekannt', contact: 'Erreichbar', sold: 'Verkauft',
  returned: 'Zurück', at: 'Wann', restTitle: 'Wo der Rest liegt', nothing: 'Nichts ist übrig.',
  origin: 'Woher sie kam und wohin sie ging', from: 'Von', to: 'Nach', what: 'Was sie bewegt hat',
  cameIn: 'Gekommen', held: 'Bei Kunden', export: 'Käufer als CSV',
  exportTitle: 'Schreiben, wer sie gekauft hat', fileName: 'rueckruf',
  exported: (path: string) => `Geschrieben: ${path}`,
  count: (count: string) => many(count, 'Charge', 'Chargen'),
  suggested: 'Was zuerst abläuft, geht zuerst; ändern, was stattdessen genommen wurde.',
  policy: 'Ware, deren Haltbarkeit vorbei ist',
  counterText: (what: string) => `Welche von ${what} geht über den Tresen?`,
  take: 'Diese nehmen', needed: 'Charge nötig',
};
