// German: what goods are worth, what they cost, and what will be sold.
import type { Text } from '../en';

export const worth: Text['worth'] = {
  tabs: 'Teile der Seite', overview: 'Überblick', outlook: 'Wert und Vorhersage',
  title: 'Wert', value: 'Wert', quantity: 'Menge', unit: 'Kosten je Stück',
  method: 'Verfahren', from: 'Kosten laut', sold: 'Bisher verkauft', cost: 'Kosten davon',
  methods: { fifo: 'Zuerst gekommen, zuerst gegangen', average: 'Gleitender Durchschnitt' },
  layers: 'Schichten der Kosten', came: 'Gekommen',
  short: (count) =>
    `${count} wurden verkauft, bevor sie kamen. Was sie kosten, steht fest, wenn sie da sind.`,
  setting: 'Ware wird bewertet', settingHint: 'Ändert sofort alle Zahlen, auch die früherer Tage',
  costs: 'Wareneinsatz', lineCost: 'Kosten', margin: 'Spanne',
  costsOf: 'Was die Ware dieses Auftrags kostet', line: 'Zeile',
  provisional: 'vorläufig',
};

export const forecast: Text['forecast'] = {
  title: 'Vorhersage', chart: 'Verkauft je Woche und die kommenden Wochen',
  next: 'Nächste 4 Wochen',
  cover: 'Reicht für', coverLong: (weeks) => `mehr als ${weeks} Wochen`,
  days: (count) => (count === '1' ? '1 Tag' : `${count} Tage`),
  weeks: (count) => (count === '1' ? '1 Woche' : `${count} Wochen`),
  method: 'Verfahren', error: 'Fehler (MASE)', naive: 'Fehler der naiven Vorhersage',
  history: 'Geschichte', tried: 'An der Vergangenheit erprobt', errorShort: 'Fehler',
  perWeek: 'Daneben, je Woche',
  none: 'Noch ist nichts verkauft.',
  short: 'Die Geschichte ist zu kurz, um Verfahren zu erproben: Gezeigt ist ihr Mittel.',
  explained: (count) => `Jedes Verfahren sagte von ${count} vergangenen Wochen aus vier Wochen `
    + 'voraus. 100 % ist der Fehler von „nächste Woche wird wie diese“.',
  methods: {
    naive: 'Wie die letzte Woche', average: 'Mittel der letzten Wochen',
    smoothing: 'Exponentielle Glättung', croston: 'Croston', croston_sba: 'Croston, korrigiert',
    seasonal: 'Wie vor einem Jahr',
  },
};
