// English: the page that tells a customer how far an order is, under a link at a hub.

export const tracking = {
  title: 'Customer’s page',
  none: 'Not shown. With a link, the customer sees how far the order is.',
  publishTitle: (number: string) => `Show the customer how far ${number} is`,
  text: 'The hub shows the page to whoever has the link, and it follows the order. What else it '
    + 'shows (name, address, amounts) is chosen in the settings of the business.',
  until: 'Shown until', language: 'Language',
  languages: { en: 'English', de: 'German' } as Record<string, string>,
  publish: 'Show the page', published: (number: string) => `The page of ${number} is shown`,
  change: 'Change', copy: 'Copy the link', copied: 'Link copied', code: 'As a code',
  codeOf: 'The link as a QR code',
  shownUntil: (day: string) => `until ${day}`, ended: (day: string) => `ended ${day}`,
  current: 'up to date at the hub', waits: 'is sent when the hub answers',
  refused: (why: string) => `The hub refuses it: ${why}`,
  withdraw: 'Withdraw', withdrawn: (number: string) => `The page of ${number} is withdrawn`,
};
