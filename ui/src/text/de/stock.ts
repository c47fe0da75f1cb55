// Deutsch: was wo liegt, Zählungen, Umlagerungen, Korrekturen, und warum ein Bestand so ist.
import { many } from '../many';

const artikel = (count: string) => `${count} Artikel`;

export const stock = {
  title: 'Lager', tabs: 'Was vom Lager zu sehen ist',
  here: 'Wo', sku: 'SKU', name: 'Bezeichnung', onHand: 'Vorhanden', allocated: 'Reserviert',
  free: 'Frei', value: (currency: string) => `Wert zum Einstand, ${currency}`,
  count: artikel,
  emptyTitle: 'Hier liegt nichts',
  emptyText: 'Ware kommt durch Einkauf, Umlagerung, Rückgabe oder Zählung hierher.',
  noneFoundTitle: 'Hier passt nichts dazu', noneFoundText: 'Weniger eingeben oder woanders suchen.',
  why: 'Warum ist diese Zahl so?',
  whyTitle: (title: string, place: string) => `${title}, ${place}`,
  sum: 'Wie sie zustande kommt', unsellable: 'Liegt, wo nicht verkauft wird',
  safety: 'Zurückgehalten',
  available: 'Verfügbar', counted: (when: string) => `Gezählt ${when}`,
  begins: 'Vor der ersten Bewegung',
  moved: (count: string) => many(count, 'Bewegung', 'Bewegungen'),
  movedSince: (count: string) => `${many(count, 'Bewegung', 'Bewegungen')} seither`,
  inside: 'Liegt darin', orders: 'Aufträge, die davon reservieren',
  noOrders: 'Kein Auftrag reserviert davon.',
  order: 'Auftrag', placed: 'Erteilt', held: 'Reserviert',
  movements: 'Bewegungen an diesem Ort',
  safetyHint: 'Wird überall zurückgehalten, wo verkauft wird: es zählt nicht als verfügbar',
  safetyLabel: 'Sicherheitsbestand', unnamed: 'Zählung',
};

export const locations = {
  title: 'Orte', one: 'Ort', new: 'Neuer Ort', name: 'Name', code: 'Kürzel',
  codeHint: 'Steht am Regal und wird gescannt', kind: 'Art', parent: 'Liegt in',
  kinds: { shop: 'Laden', warehouse: 'Lager', shelf: 'Regal', bin: 'Fach' },
  sellable: 'Was hier liegt, kann verkauft werden', notSellable: 'nicht verkäuflich',
  archived: 'außer Gebrauch',
  products: artikel,
  newTitle: 'Neuer Ort', editTitle: (name: string) => `${name} ändern`,
  saved: (name: string) => `${name} gespeichert`,
  archive: 'Außer Gebrauch nehmen', restore: 'Wieder in Gebrauch nehmen',
  archivedDone: (name: string) => `${name} ist außer Gebrauch`,
  restoredDone: (name: string) => `${name} ist wieder in Gebrauch`,
  text: 'Läden und Lager, und die Regale und Fächer darin. Jedes Gerät verkauft von einem davon; '
    + 'was in dessen Regalen liegt, zählt mit.',
  here: 'Dieses Gerät verkauft von', hereText: 'Aufträge, die hier angelegt werden, nehmen '
    + 'ihre Ware von dort, und was zurückkommt, geht dorthin.',
  hereDone: (name: string) => `Dieses Gerät verkauft von ${name}`, state: 'Stand', goods: 'Ware',
};

export const counts = {
  title: 'Zählungen', new: 'Neue Zählung', open: 'Zählung beginnen',
  when: 'Begonnen', where: 'Wo', about: 'Worum es geht', state: 'Stand',
  products: 'Gefundene Artikel',
  count: (count: string) => many(count, 'Zählung', 'Zählungen'),
  states: { open: 'Läuft', finished: 'Abgeschlossen', discarded: 'Verworfen' },
  emptyTitle: 'Noch wurde nichts gezählt',
  emptyText: 'Gezählt wird, während weiter verkauft wird: was sich dabei bewegt, geht weder '
    + 'verloren noch zählt es doppelt.',
  newTitle: 'Neue Zählung', scope: 'Was gezählt wird', blind: 'Blind',
  blindHint: 'Wer zählt, sieht nicht, was da sein sollte',
  scopes: { full: 'Alles', category: 'Eine Kategorie', products: 'Einige Artikel' },
  category: 'Kategorie', some: 'Artikel', addSome: 'Artikel hinzufügen, der gezählt wird',
  titleLabel: 'Worum es geht', titleHint: 'Etwa „Regal A1“ oder „Jahresende“',
  counter: 'Wer zählt', scan: 'Scannen, oder Name oder SKU eingeben',
  scanHint: 'Jeder Scan zählt eins dazu. Mehrere Leute oder Geräte können zugleich zählen: was '
    + 'sie finden, zählt zusammen.',
  unknown: (code: string) => `${code} ist kein Artikel`,
  pending: (count: string) => `${count} werden eben notiert`,
  found: 'Gefunden', expected: 'Erwartet', difference: 'Differenz',
  differenceValue: (currency: string) => `Differenz, ${currency}`, product: 'Artikel',
  last: 'Zuletzt gezählt', who: (counter: string, quantity: string) => `${counter}: ${quantity}`,
  setTo: (sku: string) => `Hier gefunden von ${sku}`, mine: 'Hier gefunden',
  nothingYet: 'Noch nichts gefunden. Den ersten Artikel scannen.',
  missing: (count: string) => `Noch nicht gefunden: ${artikel(count)}`,
  missingDone: (count: string) => `Nicht gefunden: ${artikel(count)}`,
  missingMore: (count: string) => `Die ersten ${count} sind zu sehen.`,
  hidden: 'Diese Zählung ist blind: was da sein sollte, zeigt erst der Vergleich.',
  over: 'Zu viel gefunden', under: 'Zu wenig gefunden',
  finish: 'Abschließen', finishTitle: 'Diese Zählung abschließen?',
  finishText: 'Was gefunden wurde, gilt, jeder Artikel zum Zeitpunkt seiner Zählung. Was sich '
    + 'vorher bewegt hat und erst später bekannt wird, erklärt eine Differenz und ändert nichts.',
  gone: (count: string) => `${artikel(count)}, die niemand gefunden hat, sind weg`,
  goneHint: 'Sonst bleibt ihr Bestand, wie er ist',
  finished: 'Die Zählung gilt', discard: 'Verwerfen', discardTitle: 'Diese Zählung verwerfen?',
  discardText: 'Nichts davon ändert den Bestand. Ihre Einträge bleiben im Journal.',
  discarded: 'Zählung verworfen', compare: 'Vergleichen', hide: 'Erwartetes ausblenden',
  export: 'Differenzen als CSV', exported: (path: string) => `Geschrieben: ${path}`,
  exportTitle: 'Differenzen schreiben', fileName: 'zaehlung',
};

export const transfers = {
  title: 'Umlagerungen', new: 'Neue Umlagerung', number: 'Umlagerung', when: 'Geschrieben',
  from: 'Von', to: 'Nach', about: 'Worum es geht', state: 'Stand', open: 'Unterwegs',
  count: (count: string) => many(count, 'Umlagerung', 'Umlagerungen'),
  states: { draft: 'Entwurf', sent: 'Unterwegs', done: 'Erledigt', discarded: 'Verworfen' },
  emptyTitle: 'Noch keine Umlagerungen',
  emptyText: 'Ware, die von einem Ort zum anderen geht, ist unterwegs, bis sie ankommt; was '
    + 'nicht ankommt, bleibt dort zu sehen.',
  emptyFilteredTitle: 'Keine Umlagerung passt dazu', emptyFilteredText: 'Einen Filter wegnehmen.',
  newTitle: 'Neue Umlagerung', editTitle: (number: string) => `${number} ändern`,
  titleLabel: 'Worum es geht', add: 'Artikel hinzufügen: scannen, oder Name oder SKU eingeben',
  product: 'Artikel', quantity: 'Menge', there: 'Jetzt dort', remove: 'Zeile entfernen',
  noLines: 'Scannen oder eingeben, was gehen soll. Jeder Scan zählt eins dazu.',
  atOnce: 'Sofort versandt und angekommen', atOnceHint: 'Wie wenn Ware ins Regal geräumt wird',
  saved: (number: string) => `${number} gespeichert`,
  sent: (number: string) => `${number} ist unterwegs`,
  sentLabel: 'Versandt', received: 'Angekommen', returned: 'Zurückgekommen',
  writtenOff: 'Abgeschrieben',
  receipts: 'Was daraus wurde', noReceipts: 'Noch ist nichts angekommen.',
  outcomes: {
    received: 'Angekommen', returned: 'Zurückgekommen', written_off: 'Abgeschrieben',
  },
  receiveTitle: (number: string) => `${number} annehmen`,
  receiveText: 'Scannen oder eingeben, was ankommt. Was nicht ankommt, bleibt unterwegs.',
  takeBackTitle: (number: string) => `${number} zurücknehmen`,
  writeOffTitle: (number: string) => `${number} abschreiben`,
  reason: 'Grund', nothing: 'Von mindestens einem Artikel eine Menge eingeben.',
  receive: 'Annehmen', takeBack: 'Zurücknehmen', writeOff: 'Abschreiben', all: 'Alles',
  received1: (number: string) => `${number}: Ware angekommen`,
  returned1: (number: string) => `${number}: Ware zurückgekommen`,
  writtenOff1: (number: string) => `${number}: Ware abgeschrieben`,
  discarded: (number: string) => `${number} verworfen`,
  unknown: (code: string) => `${code} gehört nicht zu dieser Umlagerung`,
};

export const adjustments = {
  title: 'Korrekturen', when: 'Wann', where: 'Wo', reason: 'Grund', what: 'Ware',
  change: 'Änderung',
  count: (count: string) => many(count, 'Korrektur', 'Korrekturen'),
  more: (title: string, count: string) => `${title} und ${count} weitere`,
  emptyTitle: 'Noch wurde nichts korrigiert',
  emptyText: 'Was gefunden wurde, zerbrach oder verloren ging, wird auf der Seite seines Artikels '
    + 'korrigiert, mit einem Grund.',
  emptyFilteredTitle: 'Keine Korrektur hat diesen Grund',
  emptyFilteredText: 'Den Filter wegnehmen.',
  usual: ['Bruch', 'Verlust', 'Fund', 'Eigenbedarf', 'Berichtigung'],
  reasons: 'Gründe für Korrekturen',
  reasonsText: 'Sie werden beim Korrigieren angeboten; ein anderer lässt sich immer eingeben.',
  reasonsHint: 'Einer in jeder Zeile', reasonsSaved: 'Gründe gespeichert',
};
