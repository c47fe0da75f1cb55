// Deutsch: was aus einem Auftrag sonst noch wird: Änderungen, Angebote, Notizen, Dateien.
import type { Text } from '../en';

export const changes: Text['changes'] = {
  title: 'Änderungen', of: (number) => `${number} ändern`,
  change: 'Ändern', save: 'Änderung speichern', saved: (number) => `${number} geändert`,
  leaveTitle: 'Diese Änderung verlassen?', leaveText: 'Sie ist nicht gespeichert.',
  before: 'Summe vorher', after: 'Summe jetzt', more: 'Unterschied',
  due: 'Dann offen', owed: 'Dann Guthaben des Kunden',
  none: 'Noch nichts geändert.', what: 'Was sich ändert',
  reason: 'Grund', reference: 'Bestellnummer des Kunden', shipTo: 'Lieferanschrift',
  shipToHint: 'Name und Anschrift Zeile für Zeile; leer für die des Kunden',
  quantity: (from, to) => `${from} → ${to}`,
  price: (from, to) => `Einzelpreis ${from} → ${to}`,
  discount: (from, to) => `Rabatt ${from} → ${to}`,
  added: (count) => `${count} dazu`, removed: 'entfällt',
  fields: {
    customer: 'Kunde', country: 'Land', reference: 'Bestellnummer des Kunden',
    discount_ppm: 'Rabatt auf alles', note: 'Notiz', ship_to: 'Lieferanschrift',
    sales_person: 'Verkäufer', promised: 'Zugesagt für',
  },
  takeBack: 'Zurücknehmen', takeBackTitle: (number) => `Änderung von ${number} zurücknehmen?`,
  takeBackText:
    'Der Auftrag ist wieder, was er vorher war. Beide Änderungen bleiben im Verlauf stehen.',
  takenBack: 'zurückgenommen', backDone: (number) => `Änderung von ${number} zurückgenommen`,
  outdated: (number) =>
    `${number} nennt andere Beträge als der Auftrag jetzt. Sie bleibt, wie sie ausgestellt ist: `
    + 'mit Gutschrift und neuer Rechnung berichtigen.',
  willOutdate: (number) =>
    `${number} ist ausgestellt und ändert sich nicht: danach muss sie berichtigt werden.`,
};

export const orderLife: Text['orderLife'] = {
  waits: 'Wartet', late: 'Überfällig', backordered: 'Im Rückstand', tag: 'Etikett',
  salesPerson: 'Verkäufer', promised: 'Zugesagt für',
  tags: 'Etiketten', tagsHint: 'Mehrere mit Komma dazwischen', tagsSave: 'Etiketten speichern',
  tagsTitle: (number) => `Etiketten von ${number}`,
  tagged: (number) => `Etiketten von ${number} gespeichert`,
  quoteTitle: 'Diesen Auftrag anbieten', quoteText: 'Es gilt bis zum Ende dieses Tages. Bis zur '
    + 'Bestellung wird nichts dafür zurückgelegt.',
  validUntilLabel: 'Gültig bis', quote: 'Anbieten', quoted: (number) => `${number} ist angeboten`,
  declineTitle: 'Ist das Angebot nicht gewünscht?', declineReason: 'Grund',
  decline: 'Nicht gewünscht', declined: (number) => `${number} ist abgelehnt`,
  validUntil: (day) => `gültig bis ${day}`, expired: (day) => `abgelaufen am ${day}`,
  revised: 'neu geschrieben, nicht wieder angeboten', lateBy: (day) => `überfällig seit ${day}`,
  due: (day) => `für ${day}`,
  reopened: (number) => `${number} ist wieder offen`,
  shippedThere: (number) => `Was von ${number} da war, ist versandt`,
};

export const swap: Text['swap'] = {
  title: (number) => `Ware von ${number} umtauschen`, back: 'Kommt zurück',
  forThem: 'Wird dafür genommen', taken: 'Dafür genommen', pay: 'Zu zahlen',
  giveBack: 'Zu erstatten', handedOver: 'Die neue Ware wird gleich übergeben',
  method: 'Die Differenz per', open: 'Bleibt offen', save: 'Umtauschen',
  done: (number) => `Ware von ${number} umgetauscht`,
};

export const inbox: Text['inbox'] = {
  title: 'Braucht einen Menschen', all: 'Alle zeigen', none: 'Nichts braucht einen Menschen',
  noneText: 'Jeder Auftrag und jedes Produkt stimmt mit sich überein.',
  owner: 'Wer sich kümmert', note: 'Notiz', assign: 'Zuweisen', nobody: 'Noch niemand',
  ownerHint: 'Leer: niemand', assignTitle: (what) => `Wer kümmert sich um ${what}?`,
  assigned: (what, who) => `${who} kümmert sich um ${what}`,
  freed: (what) => `Um ${what} kümmert sich jetzt niemand`, record: 'Öffnen',
  reasons: {
    oversold: 'Kunden ist mehr zugesagt, als da ist.',
    below_zero: 'Es ging mehr hinaus, als das Buch wusste.',
    lot_below_zero: 'Von einer Charge ging mehr hinaus, als hereinkam: eine andere war gemeint, '
      + 'oder beide Geräte nahmen das Letzte.',
    serial_here_twice: 'Zwei Stück mit einer Seriennummer sind hier: eine ist verlesen.',
    sku_claimed_twice: 'Mehrere Produkte haben diese Artikelnummer.',
    barcode_claimed_twice: 'Mehrere Produkte haben diesen Strichcode.',
    shipped_after_cancel: 'Ware ging hinaus, obwohl sie storniert war.',
    paid_after_cancel: 'Geld kam herein, obwohl der Auftrag storniert war.',
    shipped_too_much: 'Es ist mehr versandt als bestellt.',
    returned_too_much: 'Es kam mehr zurück als hinausging: zwei Gutschriften für dieselbe Ware.',
    fields_apart: 'Zwei Geräte haben dies verschieden gesetzt, ohne voneinander zu wissen; das '
      + 'spätere Wort '
      + 'gilt. Nachsehen, ob es stimmt.',
    edited_apart: 'Zwei Geräte haben ihn geändert, ohne voneinander zu wissen. Zeilen ansehen und '
      + 'einmal speichern.',
    on_hold: 'Er wird nicht versandt, bis jemand die Sperre aufhebt.',
    credit_overdrawn: 'Zwei Geräte haben dasselbe Guthaben ausgegeben. Der Kunde zahlt es, oder '
      + 'man gibt es ihm.',
    gift_card_overdrawn: 'Zwei Geräte haben ausgegeben, was darauf war. Das Fehlende von Hand '
      + 'buchen.',
    points_overdrawn: 'Zwei Geräte haben dieselben Punkte eingelöst. Das Fehlende '
      + 'buchen oder sammeln lassen.',
    loyalty_card_claimed_twice: 'Mehrere Kunden haben diese Karte.',
  },
  settled: (what) => `${what}: Es bleibt, wie es ist`,
  fieldNames: {
    title: 'Bezeichnung', sku: 'Artikelnummer', category: 'Kategorie', unit_price_micro: 'Preis',
    cost_micro: 'Einstandspreis', tax: 'Steuer', service: 'Dienstleistung', barcodes: 'Barcodes',
    unit: 'Einheit', note: 'Notiz', reorder_point_milli: 'Meldebestand',
    reorder_to_milli: 'Auffüllen bis', safety_milli: 'Sicherheitsbestand',
    safety_at: 'Sicherheitsbestand je Ort', packs: 'Gebinde', weight_g: 'Gewicht',
    archived: 'Außer Gebrauch', tracking: 'Chargen', name: 'Name', email: 'E-Mail',
    phone: 'Telefon', address: 'Anschrift', company: 'Firma', country: 'Land', code: 'Kennung',
    tags: 'Etiketten', price_list: 'Preisliste', payment_days: 'Zahlungsziel',
    credit_limit_minor: 'Kreditrahmen', tax_exemption: 'Steuerbefreiung',
    tax_number: 'Steuernummer', tax_certificate: 'Nachweis', loyalty_card: 'Kundenkarte',
  },
  ways: {
    waiting: 'Wartende Aufträge', transfer: 'Von einem anderen Ort holen',
    product: 'Bestand zählen', edit: 'Eine andere geben',
    reopen: 'Wieder öffnen', refund: 'Erstatten', receive_return: 'Zurücknehmen',
    change: 'Zeilen ansehen', release: 'Sperre aufheben', give_points: 'Punkte buchen',
    other_card: 'Andere Karte geben',
    edit_record: 'Ändern',
    settle: 'Es stimmt',
    give_credit: 'Guthaben geben',
    adjust_card: 'Von Hand buchen',
  },
};

export const files: Text['files'] = {
  title: 'Dateien', add: 'Datei hinzufügen', added: (name) => `${name} hinzugefügt`,
  save: 'Speichern', saveOne: (name) => `${name} speichern`,
  remove: 'Entfernen', removeOne: (name) => `${name} entfernen`,
  removed: (name) => `${name} entfernt`, erased: 'Gelöschte Datei',
  elsewhere: 'auf einem anderen Gerät', size: (count) => `${count} KB`,
};

export const notes: Text['notes'] = {
  title: 'Notizen des Ladens', add: 'Noch eine Notiz', save: 'Notiz behalten',
};
