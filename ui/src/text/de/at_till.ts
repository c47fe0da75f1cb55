// Deutsch: an der Kasse, was zurückkommt, Favoriten, Codes von Waagen, das Fenster des Kunden.
import { many } from '../many';
import type { Text } from '../en';

export const back: Text['back'] = {
  title: 'Ware, die zurückkommt',
  of: (number) => `Zurück aus ${number}`,
  without: 'Ohne Beleg',
  sale: 'Verkauf', findSale: 'Beleg scannen, oder Nummer oder Kunden tippen',
  saleHint: 'Ein gescannter Beleg ist sofort gefunden.',
  reason: 'Grund', takeIn: 'Ohne Beleg annehmen',
  whyFirst: 'Bitte sagen, warum kein Beleg da ist.',
  unknownSale: (code) => `Kein Verkauf hat die Nummer ${code}.`,
  nothingLeft: (number) => `Aus ${number} kann nichts mehr zurückkommen.`,
  notOnIt: (code) => `${code} steht nicht auf diesem Beleg, oder alles davon ist zurück.`,
  linesHint: 'Wie viel von jeder Zeile zurückkommt. Die Ware scannen zählt eins mehr.',
  quantity: 'Kommt zurück', scrap: 'Ausschuss',
  most: (quantity) => `von ${quantity}`,
  all: 'Alles', goOn: 'Zum Bon',
  scrapped: 'Ausschuss', restocked: 'Ins Lager',
  minus: (amount) => `−${amount}`,
  due: 'Zurückzugeben',
  give: (method) => `Zurückgeben: ${method}`,
  giveHint: 'Enter gibt alles zurück, was geschuldet ist; ein Betrag ist ein Teil davon.',
  toGive: (method) => `Zurückzugeben: ${method}`,
  given: (method) => `Zurückgegeben: ${method}`,
  complete: 'Abschließen',
  paidBy: (methods) => `Bezahlt wurde mit: ${methods}`,
  takingTitle: 'Was kommt zurück?',
  takingText: 'Die Ware scannen. Sie kommt zum heutigen Preis zurück; die Preistaste ändert ihn, '
    + 'und die Ausschusstaste sagt, dass sie weggeworfen wird.',
  givingNow: 'Was ab jetzt gescannt wird, wird dafür genommen.',
  comingNow: 'Was ab jetzt gescannt wird, kommt zurück.',
  takingNow: (reason) => `Ware wird ohne Beleg angenommen: ${reason}`,
  notParked: 'Ware, die zurückkommt, kann nicht geparkt werden. Den Bon abschließen oder '
    + 'abbrechen.',
  settleFirst: 'Dieser Bon hat einen Rabatt, Gutschein, eine Zahlung oder einen geparkten Entwurf. '
    + 'Bitte zuerst abschließen oder parken.',
  done: {
    return: (number) => `Zurückgenommen: ${number}`,
    exchange: (number) => `Umgetauscht: ${number}`,
  },
};

export const scales: Text['scales'] = {
  title: 'Codes von Waagen und Etiketten',
  text: 'Codes, die das Geschäft selbst druckt, enthalten einen Artikel und sein Gewicht oder '
    + 'seinen Preis: 13 Ziffern aus Präfix, Artikel, Wert und Prüfziffer. Der Artikel ist die '
    + 'Artikelnummer oder ein Barcode des Artikels.',
  prefix: 'Präfix', items: 'Artikelziffern', value: 'Danach', decimals: 'Nachkommastellen',
  check: 'Geprüft',
  values: { weight: 'Menge', price: 'Preis' },
  example: 'Beispiel', add: 'Präfix hinzufügen', remove: 'Präfix entfernen',
  none: 'Kein Präfix ist eingerichtet: solche Codes sind an der Kasse unbekannt.',
};

export const tiles: Text['tiles'] = {
  title: 'Favoriten',
  emptyTitle: 'Noch keine Favoriten',
  emptyText: 'Was keinen Barcode hat, kommt auf Kacheln: Brot, Tüten, einzelne Tassen. Die Taste '
    + 'und die Nummer drücken, oder die Kachel berühren.',
  emptyPage: 'Einen freien Platz wählen und den Artikel dafür suchen.',
  begin: 'Favoriten einrichten',
  page: (number) => `Seite ${number}`,
  pageName: 'Name der Seite', addPage: 'Seite hinzufügen', removePage: 'Seite entfernen',
  edit: 'Bearbeiten', done: 'Fertig', place: (number) => `Platz ${number}`,
  product: 'Artikel', find: 'Name, Artikelnummer oder Barcode', label: 'Beschriftung',
  tone: 'Farbe',
  tones: {
    plain: 'Schlicht', accent: 'Akzent', good: 'Grün', warn: 'Gelb', bad: 'Rot', info: 'Blau',
  },
  free: 'Frei', clear: 'Kachel leeren', save: 'Hierher legen',
  saved: 'Die Favoriten sind gesichert',
  number: (count) => many(count, 'Kachel', 'Kacheln'),
  gone: 'Dieser Artikel wird nicht mehr angeboten.',
};

export const display: Text['display'] = {
  title: 'Kunde', cart: 'Ihr Einkauf', total: 'Summe', back: 'Sie bekommen zurück',
  change: 'Rückgeld', thanks: 'Vielen Dank', welcome: 'Willkommen',
};
