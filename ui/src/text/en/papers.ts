// English: documents about an order.

export const documents = {
  title: 'Documents',
  kinds: {
    quote: 'Quote', confirmation: 'Order confirmation', invoice: 'Invoice',
    packing_slip: 'Packing slip', pick_list: 'Pick list', label: 'Delivery label',
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
  saveTitle: 'Save the document',
  saveXml: 'Save XML',
  electronicReady: 'Electronic invoice: ready. It will lie in the PDF.',
  electronicIn: 'Electronic invoice: in the PDF.',
  electronicLacks: 'Not an electronic invoice yet. It lacks:',
  saveCopy: 'Save a copy',
  saved: (path: string) => `Saved: ${path}`,
};
