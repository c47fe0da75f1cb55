// Deutsch: Zustände von Aufträgen, Zahlungen, Sendungen; Kanäle, Zahlarten und was wann geschah.
import type { Text } from '../en';

export const states: Text['states'] = {
  draft: 'Entwurf', quoted: 'Angeboten', declined: 'Abgelehnt',
  placed: 'Erteilt', closed: 'Abgeschlossen', cancelled: 'Storniert',
  unpaid: 'Unbezahlt', part_paid: 'Teils bezahlt', paid: 'Bezahlt', credit_owed: 'Guthaben',
  part_refunded: 'Teils erstattet', refunded: 'Erstattet', void: 'Entfällt',
  unfulfilled: 'Offen', allocated: 'Reserviert', part_shipped: 'Teils versandt',
  shipped: 'Versandt', delivered: 'Angekommen', on_hold: 'Gesperrt', returned: 'Zurückgegeben',
  none: 'Nichts zu senden',
  sale: 'Verkauf', return: 'Rückgabe', adjustment: 'Korrektur', write_off: 'Abschreibung',
  running: 'Läuft', done: 'Fertig', failed: 'Fehlgeschlagen', undone: 'Zurückgenommen',
};

export const channels: Text['channels'] = {
  counter: 'Theke', phone: 'Telefon', web: 'Web', mail: 'Post', marketplace: 'Marktplatz',
  import: 'Import',
};

export const methods: Text['methods'] = {
  cash: 'Bar', card: 'Karte', bank: 'Überweisung', other: 'Andere',
  store_credit: 'Guthaben', gift_card: 'Gutschein',
};

export const places: Text['places'] = {
  customer: 'Kunde', supplier: 'Lieferant', adjustment: 'Korrektur', scrap: 'Ausschuss',
  transit: 'Unterwegs', opening: 'Anfangsbestand',
};

export const exceptions: Text['exceptions'] = {
  oversold: 'Überverkauft',
  below_zero: 'Unter null',
  sku_claimed_twice: 'Artikelnummer doppelt',
  barcode_claimed_twice: 'Barcode doppelt',
  paid_after_cancel: 'Nach Storno bezahlt',
  shipped_after_cancel: 'Nach Storno versandt',
  number_claimed_twice: 'Nummer doppelt',
  shipped_too_much: 'Mehr versandt als bestellt',
  returned_too_much: 'Mehr zurück als versandt',
  edited_apart: 'Zweimal zugleich geändert',
  on_hold: 'Gesperrt',
  credit_overdrawn: 'Guthaben überzogen',
  gift_card_overdrawn: 'Gutschein überzogen',
  points_overdrawn: 'Punkte überzogen',
  loyalty_card_claimed_twice: 'Kundenkarte doppelt',
  other: 'Ansehen',
};

export const happened: Text['happened'] = {
  'order.drafted': 'Entwurf angelegt',
  'order.amended': 'Geändert',
  'order.placed': 'Erteilt',
  'order.sold': 'An der Theke verkauft',
  'order.imported': 'Importiert',
  'order.paid': 'Zahlung erhalten',
  'order.refunded': 'Erstattet',
  'order.fulfilled': 'Versandt',
  'order.delivered': 'Angekommen',
  'order.cancelled': 'Storniert',
  'order.called_off': 'Teils storniert',
  'order.return_requested': 'Rückgabe angekündigt',
  'order.returned': 'Ware zurückgekommen',
  'order.quoted': 'Angeboten',
  'order.declined': 'Angebot abgelehnt',
  'order.tagged': 'Etiketten geändert',
  'order.reopened': 'Wieder geöffnet',
  'order.assigned': 'Jemand kümmert sich',
  'product.assigned': 'Jemand kümmert sich',
  'order.noted': 'Notiz geschrieben',
  'order.attached': 'Datei hinzugefügt',
  'order.detached': 'Datei entfernt',
  'order.edited': 'Nach der Bestellung geändert',
  'order.taken_back': 'Änderung zurückgenommen',
  'order.held': 'Gesperrt',
  'order.released': 'Sperre aufgehoben',
  'order.discarded': 'Entwurf verworfen',
  'order.issued': 'Rechnung ausgestellt',
  'order.withdrawn': 'Mit dem Import zurückgenommen',
  'price_list.created': 'Preisliste angelegt',
  'price_list.amended': 'Preisliste geändert',
  'price_list.priced': 'Preise gesetzt',
  'promotion.created': 'Aktion angelegt',
  'promotion.amended': 'Aktion geändert',
  'product.created': 'Artikel angelegt',
  'product.amended': 'Artikel geändert',
  'product.withdrawn': 'Mit dem Import zurückgenommen',
  'stock.adjusted': 'Bestand geändert',
  'stock.withdrawn': 'Mit dem Import zurückgenommen',
  'customer.created': 'Kunde angelegt',
  'customer.amended': 'Kunde geändert',
  'customer.erased': 'Persönliche Daten gelöscht',
  'customer.withdrawn': 'Mit dem Import zurückgenommen',
  'customer.credited': 'Guthaben gebucht',
  'customer.paid_out': 'Guthaben ausgezahlt',
  'customer.points_adjusted': 'Punkte von Hand gebucht',
  'audit.approved': 'Freigegeben',
  'customer.assigned': 'Wird betreut',
  'gift_card.issued': 'Ausgegeben',
  'gift_card.amended': 'Letzter Tag geändert',
  'gift_card.blocked': 'Gesperrt',
  'gift_card.unblocked': 'Entsperrt',
  'gift_card.replaced': 'Ersetzt',
  'gift_card.adjusted': 'Von Hand gebucht',
  'gift_card.assigned': 'Wird betreut',
};

export const happenedWith: Text['happenedWith'] = {
  items: (count) => `${count} Stück`,
  amount: (amount) => amount,
  reason: (reason) => reason,
  approvedBy: (name) => `von ${name}`,
  points: (count) => `${count} Punkte`,
  by: (actor, device) => [actor, device].filter(Boolean).join(' · '),
};

export const jobNames: Text['jobNames'] = {
  'book.sample': 'Beispielgeschäft einrichten',
  'book.verify': 'Buch prüfen',
  'book.rebuild': 'Buch neu aufbauen',
  'book.backup': 'Buch sichern',
  'orders.batch': 'Mit vielen Aufträgen',
  'customers.repair_countries': 'Länder werden zu Kürzeln',
  'documents.batch_statements': 'Kontoauszüge werden gemacht',
  'imports.run': 'Import',
  'imports.undo': 'Import zurücknehmen',
  'sync.run': 'Abgleich',
  'sync.connect': 'Verbinden',
  'sync.join': 'Dem Buch beitreten',
  'sync.invite': 'Code holen',
  'sync.revoke': 'Gerät sperren',
  'training.start': 'Kopie zum Üben anlegen',
};

export const jobs: Text['jobs'] = {
  progress: (done, total, unit) => `${done} von ${total} ${unit}`,
  counted: (done, unit) => `${done} ${unit}`,
  remaining: (span) => `noch etwa ${span}`,
  cancel: 'Abbrechen',
  cancelled: 'Abgebrochen',
  failed: 'Fehlgeschlagen',
  units: {
    rows: 'Zeilen', documents: 'Belege', orders: 'Aufträge', entries: 'Einträge', pages: 'Seiten',
    checks: 'Prüfungen', bytes: 'Bytes', steps: 'Schritte',
    records: 'Datensätze', customers: 'Kunden',
  },
};
