// English: documents about an order.

export const documents = {
  title: 'Documents',
  kinds: {
    quote: 'Quote', confirmation: 'Order confirmation', invoice: 'Invoice',
    packing_slip: 'Packing slip', pick_list: 'Pick list', label: 'Delivery label',
    credit_note: 'Credit note', receipt: 'Receipt', statement: 'Statement of account',
    purchase_order: 'Purchase order',
  },
  issued: (when: string) => `Issued ${when}`,
  notIssued: 'Not issued yet',
  payDays: 'To be paid within',
  days: 'days',
  language: 'Language',
  languages: { en: 'English', de: 'Deutsch' },
  page: (title: string, page: string, of: string) => `${title}, page ${page} of ${of}`,
  issueText: 'An issued invoice has a number of its own and never changes again.',
  issueDone: (number: string) => `Invoice ${number} issued`,
  creditDone: (number: string) => `Credit note ${number} issued`,
  creditText: 'It has the number that the return was given, and never changes again.',
  ofReturn: 'Of the return',
  saveTitle: 'Save the document',
  saveXml: 'Save XML', saveAs: 'Save for machines',
  forms: {
    xml: 'CII (EN 16931)', ubl: 'UBL 2.1 (EN 16931)', xrechnung: 'XRechnung (UBL)',
    peppol: 'Peppol (UBL)',
  },
  formLacks: (form: string) => `${form} lacks:`,
  formReady: (form: string) => `${form}: ready`,
  print: 'Print', printTitle: (title: string) => `Print ${title}`,
  printer: 'Printer', copies: 'Copies', noPrinter: 'No printer is set up on this computer. '
    + 'Save the PDF and print it elsewhere.',
  markCopy: 'Mark it as a copy', printed: (printer: string) => `Sent to ${printer}`,
  statementTitle: 'Save the statement of account',
  statusTitle: 'Save the status page',
  electronicReady: 'Electronic invoice: ready. It will lie in the PDF.',
  electronicIn: 'Electronic invoice: in the PDF.',
  electronicLacks: 'Not an electronic invoice yet. It lacks:',
  saveCopy: 'Save a copy',
  saved: (path: string) => `Saved: ${path}`,
};

export const status = {
  title: 'Page for customers',
  text: 'Every order has a page that tells a customer how far it is: one file to mail or to host. '
    + 'It names nobody unless you say so here.',
  shows: {
    customer: 'The customer’s name', address: 'Where it is sent',
    reference: 'The customer’s reference', amounts: 'The total and what is owed',
  },
};

export const papers = {
  title: 'Documents',
  text: 'How documents look from now on. What has been issued stays as it is.',
  mark: 'Logo', markText: 'PNG or JPEG. It is made smaller where it is larger than paper shows.',
  chooseMark: 'Choose a picture', removeMark: 'Remove', markOf: 'The logo on documents',
  accent: 'Colour', accentHint: '# and six digits; empty for the product’s',
  sheet: 'Paper', sheets: { a4: 'A4', letter: 'US Letter' },
  letterhead: 'Letterhead', letterheadHint: 'Beside the logo; empty for address and contact',
  hidden: 'Leave out these columns',
  columns: { sku: 'SKU', unit_price: 'Unit price', tax: 'Tax', shipped: 'Sent before' },
  texts: 'Texts', textsFor: 'On', allKinds: 'all documents', textsIn: 'In',
  allLanguages: 'every language', opening: 'Before the table', closing: 'After the sums',
  foot: 'At the foot of each page', footHint: 'What the law wants there: register, directors',
  preview: 'How it looks', previewOf: 'Shows', saved: 'Documents changed',
  template: 'Template',
  templateText: 'The page itself, in the language of Typst. It places what the document says, '
    + 'reaches no file but the logo, and is checked before it is kept.',
  own: 'your own', builtIn: 'the product’s', source: 'Template text',
  saveTemplate: 'Keep this template', back: 'Back to the product’s template',
  templateSaved: (kind: string) => `Template kept: ${kind}`,
  templateBack: (kind: string) => `The product’s template again: ${kind}`,
  mistakeAt: (line: string, what: string) => `Line ${line}: ${what}`,
};
