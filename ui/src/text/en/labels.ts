// English: labels of products, and codes that look wrong.
import { many } from '../many';

export const labels = {
  action: 'Labels', title: (name: string) => `Labels: ${name}`,
  products: (count: string) => many(count, 'product', 'products'),
  sheet: 'Paper',
  sheets: {
    'a4_3x8': 'A4, 24 labels of 70 × 37 mm', 'a4_4x10': 'A4, 40 labels of 48.5 × 25.4 mm',
    single_57x32: 'Single labels, 57 × 32 mm',
  },
  count: 'Labels of each product', counts: { each: 'The same number', stock: 'As many as on hand' },
  each: 'How many', skip: 'Used up on the first sheet', skipHint: 'Labels that are missing already',
  code: 'Code',
  codes: { auto: 'Fitting: EAN, else Code 128', code128: 'Code 128', qr: 'QR code' },
  shows: 'On each label',
  fields: { title: 'Title', sku: 'SKU', price: 'Price', unit: 'Unit', code: 'Code to scan' },
  preview: 'First sheet',
  total: (labels: string, sheets: string) =>
    `${many(labels, 'label', 'labels')} on ${many(sheets, 'sheet', 'sheets')}`,
  pdf: 'Save as PDF', zpl: 'For a label printer (ZPL)', print: 'Print',
  send: 'To the label printer',
  sent: (labels: string, printer: string) =>
    `${many(labels, 'label', 'labels')} sent to ${printer}`,
  saveTitle: 'Save labels', saved: (path: string) => `Labels written: ${path}`,
  nothing: 'None of these products has anything on hand.',
  wrongDigit: (code: string, digit: string) =>
    `${code}: as an article number its last digit would be ${digit}.`,
};
