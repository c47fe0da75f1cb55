// German: the page that tells a customer how far an order is, under a link at a hub.
import type { Text } from '../en';

export const tracking: Text['tracking'] = {
  title: 'Seite für den Kunden',
  none: 'Nicht gezeigt. Mit einem Link sieht der Kunde, wie weit der Auftrag ist.',
  publishTitle: (number) => `Dem Kunden zeigen, wie weit ${number} ist`,
  text: 'Der Hub zeigt die Seite jedem, der den Link hat, und sie folgt dem Auftrag. Was sie sonst '
    + 'zeigt (Name, Anschrift, Beträge), steht in den Einstellungen des Geschäfts.',
  until: 'Gezeigt bis', language: 'Sprache',
  languages: { en: 'Englisch', de: 'Deutsch' },
  publish: 'Seite zeigen', published: (number) => `Die Seite von ${number} wird gezeigt`,
  change: 'Ändern', copy: 'Link kopieren', copied: 'Link kopiert', code: 'Als Code',
  codeOf: 'Der Link als QR-Code',
  shownUntil: (day) => `bis ${day}`, ended: (day) => `beendet am ${day}`,
  current: 'beim Hub aktuell', waits: 'wird gesendet, sobald der Hub antwortet',
  refused: (why) => `Der Hub lehnt sie ab: ${why}`,
  withdraw: 'Zurückziehen', withdrawn: (number) => `Die Seite von ${number} ist zurückgezogen`,
};
