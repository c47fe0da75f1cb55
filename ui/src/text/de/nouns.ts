// Deutsch: die Seiten der Aufträge, Artikel und Kunden und der Weg zwischen den Seiten.
import { many } from '../many';
import type { Text } from '../en';

export const nav: Text['nav'] = {
  today: 'Heute', counter: 'Kasse', orders: 'Aufträge', products: 'Artikel', stock: 'Lager',
  purchases: 'Einkauf', customers: 'Kunden', reports: 'Auswertungen', imports: 'Import',
  settings: 'Einstellungen',
  start: 'Bücher',
  attention: (count) => `${count} brauchen einen Menschen`,
};

export const kinds: Text['kinds'] = { order: 'Auftrag', product: 'Artikel', customer: 'Kunde',
  lot: 'Charge' };

export const timeline: Text['timeline'] = { title: 'Verlauf' };

export const today: Text['today'] = {
  title: 'Heute',
  taken: 'Eingenommen mit Steuer',
  orders: 'Aufträge',
  toShip: 'Zu versenden',
  toPay: 'Zu bezahlen',
  lowStock: 'Unter Meldebestand',
  up: (change, weekday) => `▲ ${change} zum letzten ${weekday}`,
  down: (change, weekday) => `▼ ${change} zum letzten ${weekday}`,
  same: (weekday) => `wie letzten ${weekday}`,
  noneBefore: (weekday) => `nichts am letzten ${weekday}`,
  before: (figure, weekday) => `${figure} am letzten ${weekday}`,
  late: (count) => `${count} über 24 Std.`,
  inTime: 'alles rechtzeitig',
  drafts: (count) => many(count, 'Entwurf', 'Entwürfe'),
  outOfStock: (count) => `${count} nicht auf Lager`,
  weeks: (currency) => `Nettoumsatz, letzte 8 Wochen (${currency})`,
  weeksTable: 'Dieselben Zahlen als Tabelle',
  week: 'Woche vom',
  thisYear: 'diese Wochen',
  lastYear: 'ein Jahr davor',
  states: 'Aufträge nach Zustand',
  needsPerson: 'Braucht einen Menschen',
  nothingNeeds: 'Nichts. Alle Aufträge und Artikel stimmen in sich.',
  low: 'Wenig Bestand',
  nothingLow: 'Nichts liegt unter seinem Meldebestand.',
  reorderAt: (figure) => `melden bei ${figure}`,
  look: 'Ansehen',
  noSales: 'Kein Umsatz an diesem Tag.',
  showsLastDay: (day) => `Zu sehen ist ${day}, der letzte Tag mit Umsatz`,
  day: 'Tag',
  emptyTitle: 'Der Tag beginnt',
  emptyText: 'Einnahmen, offene Arbeit und knapper Bestand des Tages stehen hier, sobald es einen '
    + 'Auftrag gibt.',
};

export const orders: Text['orders'] = {
  title: 'Aufträge',
  new: 'Neuer Auftrag',
  number: 'Auftrag', externalId: 'Fremde Nummer', placed: 'Erteilt', customer: 'Kunde',
  channel: 'Kanal', items: 'Stück', total: (currency) => `Summe, ${currency}`,
  paid: (currency) => `Bezahlt, ${currency}`, payment: 'Zahlung', fulfilment: 'Versand',
  state: 'Zustand', kind: 'Art', country: 'Land', day: 'Tag', lines: 'Zeilen',
  count: (count) => many(count, 'Auftrag', 'Aufträge'),
  emptyTitle: 'Noch keine Aufträge',
  emptyText: 'Jeder Verkauf, jeder Entwurf und jede Rückgabe steht hier, woher auch immer.',
  emptyFilteredTitle: 'Kein Auftrag passt dazu',
  emptyFilteredText: 'Einen Filter wegnehmen oder weniger tippen.',
  import: 'Eine Datei importieren',
  hold: 'Gesperrt',
  productFilter: 'Artikel', customerFilter: 'Kunde', runFilter: 'Import',
  thisOne: 'dieser',
};

export const order: Text['order'] = {
  placedAt: (when) => `Erteilt ${when}`,
  draftedAt: (when) => `Entwurf vom ${when}`,
  product: 'Artikel', ordered: 'Bestellt', shipped: 'Versandt', unit: 'Einzeln',
  discount: 'Rabatt', tax: 'Steuer', total: 'Summe', onHand: 'Bestand', available: 'Verfügbar',
  price: 'Preis', quantity: 'Menge',
  linesTotal: 'Zeilen', orderDiscount: (rate) => `Rabatt ${rate}`, net: 'Netto',
  totalIn: (currency) => `Summe ${currency}`,
  included: (tax) => `inkl. ${tax}`,
  paid: 'Bezahlt', refunded: 'Erstattet', due: 'Fällig', owed: 'Dem Kunden geschuldet',
  payments: 'Zahlungen', shipments: 'Sendungen', method: 'Zahlart', reference: 'Referenz',
  noPayments: 'Noch nichts bezahlt.', noShipments: 'Noch nichts versandt.',
  itemCount: (count) => `${count} Stück`,
  customer: 'Kunde', noCustomer: 'Kein Kunde',
  customerOrders: (orders, revenue) => `${many(orders, 'Auftrag', 'Aufträge')} · ${revenue}`,
  balance: (amount) => `Saldo ${amount}`,
  note: 'Notiz', channel: 'Kanal', country: 'Land', externalId: 'Fremde Nummer',
  cancelReason: 'Grund', service: 'Leistung', run: 'Import',
  short: 'fehlt', cancelled: (count) => `${count} storniert`,
};

export const orderDialogs: Text['orderDialogs'] = {
  payTitle: 'Zahlung annehmen', payAmount: 'Betrag', payMethod: 'Zahlart',
  payReference: 'Referenz', payDue: (amount) => `${amount} sind fällig`,
  payDone: (amount, number) => `${amount} für ${number} erhalten`,
  pay: 'Zahlung annehmen',
  fulfilTitle: 'Versenden', fulfilQuantity: 'Zu versenden', fulfilOpen: 'Offen',
  carrier: 'Versender', tracking: 'Sendungsnummer', fulfil: 'Versenden',
  fulfilDone: (number) => `${number} versandt`,
  nothingToShip: 'Bei mindestens einer Zeile eingeben, wie viel versandt wird.',
  cancelTitle: (number) => `${number} stornieren?`,
  cancelText: 'Es wird nichts mehr versandt, und Reserviertes ist wieder frei. '
    + 'Der Auftrag bleibt als storniert im Buch.',
  cancelPaid: (amount) => `${amount} wurden bezahlt und sind dann dem Kunden geschuldet.`,
  cancelQuantity: 'Zu stornieren',
  nothingToCancel: 'Bei mindestens einer Zeile eingeben, wie viel storniert wird.',
  cancelPartText: 'Der Rest des Auftrags bleibt.', cancelTotal: 'Summe danach',
  calledOff: (number) => `Ein Teil von ${number} storniert`,
  cancelReason: 'Grund', cancel: 'Auftrag stornieren', cancelPart: 'Diesen Teil stornieren',
  cancelDone: (number) => `${number} storniert`,
  refundTitle: 'Erstatten', refundReason: 'Grund', refund: 'Erstatten',
  refundOwed: (amount) => `${amount} sind dem Kunden geschuldet`,
  refundPaid: (amount) => `${amount} wurden bezahlt`,
  refundDone: (amount, number) => `${amount} für ${number} erstattet`,
  discardTitle: (number) => `Entwurf ${number} verwerfen?`,
  discardText: 'Der Entwurf verschwindet aus den Listen. Seine Einträge bleiben im Journal.',
  discard: 'Entwurf verwerfen', discardDone: 'Entwurf verworfen',
  duplicateDone: 'Ein neuer Entwurf mit denselben Zeilen',
  repeated: (number) =>
    `${number}, weniger als einen Tag alt, hat dieselben Zeilen für diesen Kunden.`,
  placeDone: (number) => `${number} erteilt`,
  draftDone: (number) => `${number} als Entwurf gespeichert`,
};

export const editor: Text['editor'] = {
  newTitle: 'Neuer Auftrag',
  editTitle: (number) => `Entwurf ${number}`,
  customer: 'Kunde', customerHint: 'Name, Nummer oder E-Mail; leer: keiner',
  channel: 'Kanal', country: 'Land', countryHint: 'Zwei Buchstaben, etwa DE',
  note: 'Notiz', discount: 'Rabatt auf alles',
  addProduct: 'Artikel hinzufügen: scannen, oder Name oder Nummer tippen',
  product: 'Artikel', quantity: 'Menge', price: 'Preis', lineDiscount: 'Rabatt',
  total: 'Summe', available: 'Verfügbar', remove: 'Zeile entfernen',
  addService: 'Leistung hinzufügen', serviceTitle: 'Wofür',
  noLines: 'Die erste Zeile kommt mit dem ersten Artikel. Oben tippen; Enter nimmt den ersten '
    + 'Treffer.',
  place: 'Auftrag erteilen', draft: 'Entwurf speichern',
  leaveTitle: 'Diesen Auftrag verlassen?',
  leaveText: 'Er ist nicht gespeichert.',
  lineNumber: (field, line) => `${field}, Zeile ${line}`,
};

export const products: Text['products'] = {
  title: 'Artikel', new: 'Neuer Artikel',
  sku: 'Nummer', name: 'Bezeichnung', category: 'Gruppe',
  price: (currency) => `Preis, ${currency}`, cost: (currency) => `Einkauf, ${currency}`,
  tax: 'Steuer', onHand: 'Bestand', allocated: 'Reserviert', available: 'Verfügbar',
  reorder: 'Meldebestand', sold: 'Verkauft', revenue: (currency) => `Umsatz, ${currency}`,
  service: 'Leistung', archived: 'Archiviert',
  count: (count) => `${count} Artikel`,
  emptyTitle: 'Noch keine Artikel',
  emptyText: 'Was verkauft wird, steht hier, mit Preis und Bestand.',
  emptyFilteredTitle: 'Kein Artikel passt dazu',
  emptyFilteredText: 'Einen Filter wegnehmen oder weniger tippen.',
  low: 'Wenig Bestand', stocked: 'Auf Lager', showArchived: 'Archiviert',
};

export const product: Text['product'] = {
  stock: 'Bestand', location: 'Ort', onHand: 'Bestand', allocated: 'Reserviert',
  available: 'Verfügbar', movements: 'Bewegungen', when: 'Wann', what: 'Was', from: 'Von',
  to: 'Nach', change: 'Änderung', after: 'Bestand danach',
  months: 'Umsatz je Monat, letzte zwei Jahre',
  units: (count) => `${count} verkauft`, facts: 'Angaben',
  barcodes: 'Barcodes', unit: 'Einheit', note: 'Notiz', cost: 'Einkauf', price: 'Preis',
  tax: 'Steuer', category: 'Gruppe', reorderPoint: 'Meldebestand',
  weight: 'Gewicht einer Einheit', reorderTo: 'Auffüllen bis',
  orders: 'Aufträge mit diesem Artikel',
  noMovements: 'Noch hat sich nichts bewegt.',
  editTitle: (name) => `${name} bearbeiten`, newTitle: 'Neuer Artikel',
  created: (sku) => `${sku} angelegt`, saved: (sku) => `${sku} gespeichert`,
  barcodesHint: 'Mehrere mit Leerzeichen dazwischen',
  packs: 'Gebinde', pack: 'Gebinde', packHolds: 'Inhalt', packCode: 'Code darauf',
  packHolding: (name, holds) => `${name}: ${holds}`,
  addPack: 'Gebinde hinzufügen', removePack: 'Gebinde entfernen',
  packsHint: 'Ein Karton mit zwölf, eine Palette. Der Code darauf zählt überall, wo er gescannt '
    + 'wird, den ganzen Inhalt; was er kostet, sagt eine Preisliste ab dieser Menge.',
  serviceHint: 'Porto, Gebühren und Arbeit: kein Bestand',
  archivedDone: (sku) => `${sku} archiviert`, backDone: (sku) => `${sku} ist zurück`,
  adjustTitle: (name) => `Bestand ändern: ${name}`,
  adjustBy: 'Ändern um', adjustTo: 'Gezählt', adjustHow: 'Wie',
  adjustCost: 'Kosten je Stück', adjustCostHint: 'Falls Gefundenes anderes gekostet hat als sonst.',
  adjustChange: 'Um eine Menge ändern', adjustCount: 'Im Regal gezählt',
  reason: 'Grund', reasonHint: 'Beschädigt, gefunden, Inventur…', adjust: 'Bestand ändern',
  adjustDone: (sku) => `Bestand von ${sku} geändert`,
  adjustPreview: (before, after) => `Bestand ${before} → ${after}`,
};

export const customers: Text['customers'] = {
  title: 'Kunden', new: 'Neuer Kunde',
  name: 'Name', code: 'Nummer', country: 'Land', email: 'E-Mail', phone: 'Telefon',
  orders: 'Aufträge', revenue: (currency) => `Umsatz, ${currency}`,
  balance: (currency) => `Saldo, ${currency}`, first: 'Erster Auftrag', last: 'Letzter Auftrag',
  count: (count) => many(count, 'Kunde', 'Kunden'),
  emptyTitle: 'Noch keine Kunden',
  emptyText: 'Wer kauft, steht hier, mit Aufträgen und Wert.',
  emptyFilteredTitle: 'Kein Kunde passt dazu',
  emptyFilteredText: 'Einen Filter wegnehmen oder weniger tippen.',
  tag: 'Merkmal', archived: 'Archiviert', erased: 'Gelöscht',
  erasedName: (end) => `Gelöschter Kunde ${end}`,
  showArchived: 'Archiviert',
};

export const customer: Text['customer'] = {
  revenue: 'Umsatz', orders: 'Aufträge', average: 'Mittlerer Auftrag', balance: 'Saldo',
  since: (day) => `Kunde seit ${day}`, lastOrder: (day) => `letzter Auftrag ${day}`,
  never: 'Noch kein Auftrag', ordersTitle: 'Aufträge', facts: 'Kontakt',
  address: 'Anschrift', street: 'Straße', postalCode: 'Postleitzahl', city: 'Ort',
  region: 'Region', country: 'Land', company: 'Firma', tags: 'Merkmale',
  tagsHint: 'Mehrere mit Komma dazwischen', taxNumber: 'Steuernummer', note: 'Notiz',
  months: 'Umsatz je Monat, letzte zwei Jahre',
  newTitle: 'Neuer Kunde', editTitle: (name) => `${name} bearbeiten`,
  created: (name) => `${name} angelegt`, saved: (name) => `${name} gespeichert`,
  eraseTitle: (name) => `${name} löschen?`,
  eraseText: 'Name, Anschrift, Kontakte und Notizen werden aus dem Buch und aus seinem Journal '
    + 'entfernt. Das lässt sich nicht rückgängig machen.',
  eraseKeeps: (orders) =>
    `${many(orders, 'Auftrag behält seine', 'Aufträge behalten ihre')} Beträge`
    + ' unter einem Pseudonym: ',
  erase: 'Für immer löschen', eraseDone: 'Persönliche Daten gelöscht',
  erasedNote: 'Die persönlichen Daten dieses Kunden wurden gelöscht.',
  emptyOrders: 'Noch kein Auftrag.',
};
