// German: labels of products, and codes that look wrong.
import type { Text } from '../en';

export const labels: Text['labels'] = {
  action: 'Etiketten', title: (name) => `Etiketten: ${name}`,
  products: (count) => `${count} Artikel`,
  sheet: 'Papier',
  sheets: {
    'a4_3x8': 'A4, 24 Etiketten zu 70 × 37 mm', 'a4_4x10': 'A4, 40 Etiketten zu 48,5 × 25,4 mm',
    single_57x32: 'Einzelne Etiketten, 57 × 32 mm',
  },
  count: 'Etiketten je Artikel', counts: { each: 'Gleich viele', stock: 'So viele wie im Bestand' },
  each: 'Wie viele', skip: 'Verbraucht auf dem ersten Bogen',
  skipHint: 'Etiketten, die schon fehlen',
  code: 'Code',
  codes: { auto: 'Passend: EAN, sonst Code 128', code128: 'Code 128', qr: 'QR-Code' },
  shows: 'Auf jedem Etikett',
  fields: {
    title: 'Bezeichnung', sku: 'Nummer', price: 'Preis', unit: 'Einheit', code: 'Code zum Scannen',
  },
  preview: 'Erster Bogen',
  total: (labels, sheets) => `${labels === '1' ? '1 Etikett' : `${labels} Etiketten`} auf `
    + (sheets === '1' ? '1 Bogen' : `${sheets} Bogen`),
  pdf: 'Als PDF speichern', zpl: 'Für Etikettendrucker (ZPL)', print: 'Drucken',
  send: 'Zum Etikettendrucker',
  sent: (labels, printer) =>
    `${labels === '1' ? '1 Etikett' : `${labels} Etiketten`} an ${printer} gesandt`,
  saveTitle: 'Etiketten speichern', saved: (path) => `Etiketten geschrieben: ${path}`,
  nothing: 'Von keinem dieser Artikel ist etwas da.',
  wrongDigit: (code, digit) =>
    `${code}: Als Artikelnummer wäre die letzte Ziffer ${digit}.`,
};
