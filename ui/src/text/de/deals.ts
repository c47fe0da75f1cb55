// Deutsch: Preislisten, Aktionen und Gutscheine, und was mit Kunden vereinbart ist.
import type { Text } from '../en';
import { many } from '../many';

export const deals: Text['deals'] = {
  period: 'Zeitraum', from: 'Von', to: 'Bis einschließlich', always: 'Immer',
  fromDay: (day) => `ab ${day}`, toDay: (day) => `bis ${day}`,
  everyone: 'Alle', everywhere: 'Jeder Kanal', holds: 'Gilt heute',
  tags: 'Kunden mit den Schlagwörtern',
  channelsHint: 'Mehrere mit Komma dazwischen; leer heißt alle',
  saved: (name) => `${name} gespeichert`, edit: (name) => `${name} bearbeiten`,
  fromList: (name) => `Liste ${name}`,
  coupon: 'Gutscheincode', couponHint: 'Mehrere mit Komma dazwischen',
  amountOff: 'Betrag auf alles', shipping: 'Versandkosten', shippingTax: 'Steuer auf den Versand',
  shippingTitle: 'Versand', ownPrice: 'Preis von Hand',
  couponOf: (name, code) => `${name} (${code})`,
  converted: (name, amount) => `${name}: ${amount} zum Kurs des Auftrags`,
  onCard: (amount) => `lädt ${amount} auf`, addCard: 'Gutschein hinzufügen',
  exempt: (reason) => `Ohne Steuer: ${reason}`,
  creditExceeded: (amount) => `${amount} mehr, als der Kunde schulden darf.`,
  due: 'Zu zahlen bis', overdue: 'Überfällig', onAccount: 'Auf Rechnung',
  agreedFor: (day) => `wie vereinbart, bis ${day}`,
  takeCouponOff: 'Gutschein entfernen',
};

export const priceLists: Text['priceLists'] = {
  title: 'Preislisten', new: 'Neue Preisliste', name: 'Name', for: 'Für wen',
  channels: 'Kanäle', products: 'Artikel', prices: 'Preise',
  givenOnly: 'Kunden, denen sie zugewiesen ist',
  tagsHint: 'Mehrere mit Komma dazwischen; eine Liste lässt sich auch einem Kunden zuweisen',
  everyone: 'Für alle',
  bestHint: 'Von allen geltenden Listen zählt der niedrigste Preis; nennt keine den Artikel, '
    + 'sein eigener.',
  emptyTitle: 'Noch keine Preislisten',
  emptyText: 'Preise für einige Kunden, Kanäle oder Zeiträume, mit Staffeln.',
  addProduct: 'Artikel hinzufügen', find: 'In dieser Liste suchen', usual: 'Üblicher Preis',
  fromQuantity: 'Ab Menge', price: (currency) => `Preis, ${currency}`,
  addStep: 'Staffel hinzufügen', removeStep: 'Preis entfernen',
  noPrices: 'Noch keine Preise. Oben einen Artikel tippen oder Preise aus einer Tabelle einfügen.',
  takenOff: 'Aus der Liste genommen',
  save: (count) => (count === '0' ? 'Speichern' : `${many(count, 'Preis', 'Preise')} speichern`),
  more: (count) => `${count} weitere; oben tippen, um sie zu finden.`,
  paste: 'Preise setzen', pasteTitle: 'Preise einfügen',
  pasteText: 'Eine Zeile ist Artikelnummer und Preis oder Artikelnummer, Menge und Preis, '
    + 'mit Tabulator oder Semikolon dazwischen.',
  pasteWrong: (lines) => `Diese Zeilen sind nicht lesbar: ${lines}`,
  pasteCount: (count) => many(count, 'Artikel', 'Artikel'),
  customerList: 'Preisliste',
};

export const promotions: Text['promotions'] = {
  title: 'Aktionen', new: 'Neue Aktion', name: 'Name',
  nameHint: 'Wie Bons und Rechnungen sie nennen', effect: 'Gewährt', coupon: 'Gutscheincode',
  byItself: 'von selbst', for: 'Für wen', uses: 'Benutzt',
  usesOf: (count, limit) => `${count} von ${limit}`,
  given: (currency) => `Gewährt, ${currency}`,
  givenSoFar: (orders, amount) =>
    `${many(orders, 'Auftrag', 'Aufträge')} mit bisher ${amount} Nachlass. Er bleibt ihnen.`,
  effects: {
    line_percent: 'Prozent auf jede Zeile', order_percent: 'Prozent auf den Auftrag',
    line_fixed: 'Betrag auf jedes Stück', order_fixed: 'Betrag auf den Auftrag',
    buy_get: 'Einige kaufen, einige bekommen', free_shipping: 'Versandkostenfrei',
  },
  classes: {
    line_percent: 'Wird zuerst abgezogen, vor Nachlässen auf den ganzen Auftrag.',
    order_percent: 'Wird nach Prozenten der Zeilen abgezogen, vor festen Beträgen.',
    line_fixed: 'Wird nach allen Prozenten abgezogen.',
    order_fixed: 'Wird zuletzt abgezogen und auf die Zeilen verteilt.',
    buy_get: 'Die günstigsten Stücke gehen ab; nach allen Prozenten.',
    free_shipping: 'Nimmt die Versandkosten weg, was auch sonst gewährt wird.',
  },
  gives: {
    percent: (rate) => `${rate} auf jede Zeile`,
    orderPercent: (rate) => `${rate} auf den Auftrag`,
    unit: (amount) => `${amount} auf jedes Stück`,
    amount: (amount) => `${amount} auf den Auftrag`,
    buyGet: (buy, get) => `${buy} kaufen, ${get} bekommen`,
    shipping: 'versandkostenfrei',
  },
  buy: 'Gekaufte Stücke', get: 'Gewährte Stücke', rate: 'Nachlass in Prozent',
  rateHint: 'Auf die gewährten Stücke; 100 %, wenn leer', amount: 'Nachlass als Betrag',
  minimum: 'Mindestwert', minimumHint: 'Was die Ware, um die es geht, ausmachen muss',
  products: 'Nur diese Artikel', removeProduct: 'Entfernen',
  categories: 'Nur diese Kategorien', categoriesHint: 'Mehrere mit Komma dazwischen',
  tagsHint: 'Leer heißt alle', couponHint: 'Leer heißt: von selbst',
  limit: 'Wie viele Aufträge den Code nutzen dürfen', limitHint: 'Leer heißt: ohne Grenze',
  stacks: 'Mit anderen Aktionen kombinierbar',
  rule: 'Kombinierbare Aktionen gelten alle zusammen; eine andere gilt allein. '
    + 'Der Kunde bekommt, was am meisten abzieht.',
  emptyTitle: 'Noch keine Aktionen',
  emptyText: 'Prozente, Beträge, Mengenaktionen, freier Versand; mit Gutscheincode oder ohne.',
};

export const account: Text['account'] = {
  title: 'Konto', open: 'Offen', overdue: 'Überfällig', limit: 'Kreditlimit',
  free: 'Darf noch schulden', terms: 'Tage Zahlungsziel', termsHint: 'Leer heißt: sofort',
  limitHint: 'Leer heißt: ohne Grenze',
  overdueOrders: (count) => many(count, 'Auftrag überfällig', 'Aufträge überfällig'),
  exemption: 'Von der Steuer befreit, weil', exemptionHint: 'Steht auf Belegen; leer heißt: nicht',
  certificate: 'Bescheinigung', until: 'Befreit bis einschließlich', noList: 'Keine',
  creditPolicy: 'Ein Auftrag über dem Kreditlimit',
};

export const detailed: Text['detailed'] = {
  coupon_minimum: (missing) => `Für diesen Gutschein fehlen noch ${missing}.`,
  coupon_more_units: (missing) => `Für diesen Gutschein fehlen noch ${missing} Stück.`,
  coupon_expired: (day) => `Dieser Gutschein ist am ${day} abgelaufen.`,
  coupon_not_yet: (day) => `Dieser Gutschein gilt erst ab ${day}.`,
  coupon_used_up: (limit) => `Dieser Gutschein ist aufgebraucht (${limit}).`,
  coupon_other_customer: (tags) => `Dieser Gutschein ist für Kunden mit dem Schlagwort ${tags}.`,
  permission_needed: (what) => `Ohne Freigabe nicht erlaubt: ${what}.`,
  pin_wait: (seconds) =>
    `Zu viele falsche PINs. Bitte ${many(seconds, 'Sekunde', 'Sekunden')} warten.`,
  credit_exceeded: (amount) => `${amount} mehr, als der Kunde schulden darf.`,
};
