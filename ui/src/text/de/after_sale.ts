// Deutsch: was nach dem Verkauf mit einem Auftrag geschieht: Sperren, Sendungen, Rückgaben.
import type { Text } from '../en';

export const holds: Text['holds'] = {
  reasons: {
    payment_review: 'Zahlung prüfen', address: 'Adresse', stock: 'Ware fehlt',
    customer: 'Kundenwunsch', manual: 'Anderes',
  },
  title: 'Sperren', text: 'Es wird nichts versandt, bis die Sperre aufgehoben ist.',
  reason: 'Grund', note: 'Notiz', until: 'Wieder ansehen am', hold: 'Sperren',
  onHold: (reason) => `Gesperrt: ${reason}`,
  again: (day) => `wieder ansehen am ${day}`,
  release: (reason) => `Sperre aufheben: ${reason}`, lift: 'Aufheben',
  held: (number) => `${number} ist gesperrt`,
  released: (number) => `${number} ist nicht mehr gesperrt`,
};

export const shipping: Text['shipping'] = {
  noCarrier: 'Keiner', all: 'Alles versenden', track: (number) => `Paket ${number} verfolgen`,
  arrived: 'Angekommen', markArrived: (parcel) => `${parcel} ist angekommen`,
  arrivedAt: (when) => `angekommen ${when}`, underWay: 'unterwegs',
  done: (number) => `Sendung von ${number} ist angekommen`,
  parcel: (carrier, tracking) =>
    [carrier, tracking].filter(Boolean).join(' ') || 'Die Sendung',
};

export const returns: Text['returns'] = {
  title: 'Rückgaben', takeBack: 'Zurücknehmen', announce: 'Ankündigen',
  none: 'Es ist nichts zurückgekommen.',
  takeBackTitle: (number) => `Ware von ${number} zurücknehmen`,
  announceTitle: (number) => `Rückgabe von ${number} ankündigen`,
  announceText: 'Der Kunde will das zurücksenden. Bis die Ware da ist, bewegt sich nichts.',
  shipped: 'Kann zurück', quantity: 'Kommt zurück', toStock: 'Ins Lager',
  toScrap: 'Ausschuss', reason: 'Grund',
  credit: 'Gutschrift', owed: 'Dann dem Kunden geschuldet', due: 'Dann noch fällig',
  nothing: 'Bei mindestens einer Zeile eingeben, wie viel zurückkommt.',
  done: (number, credit) => `${number}: ${credit} gutgeschrieben`,
  announced: (number) => `Rückgabe von ${number} angekündigt`,
  expected: (count) => `${count} Stück angekündigt`,
  scrapped: (count) => `${count} Ausschuss`,
};

export const lineGoods: Text['lineGoods'] = {
  open: (count) => `${count} offen`,
  waiting: (count) => `${count} warten auf Ware`,
  backordered: (count) => `${count} im Rückstand`,
  returned: (count) => `${count} zurückgegeben`,
  requested: (count) => `${count} kommen zurück`,
};

export const carriers: Text['carriers'] = {
  none: 'Kein Versender ist eingerichtet.',
  title: 'Versender',
  text: 'Zur Wahl beim Versenden. In der Adresse steht {tracking} für die Nummer des Pakets.',
  name: 'Name', url: 'Adresse zum Verfolgen', add: 'Versender hinzufügen', remove: 'Entfernen',
};
