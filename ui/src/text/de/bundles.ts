// Deutsch: Sets.
import type { Text } from '../en';

export const bundles: Text['bundles'] = {
  title: 'Besteht aus', chip: 'Set', none: 'Noch nichts.',
  each: 'In einem', there: 'Bestand', free: 'Verfügbar', enough: 'Reicht für',
  least: 'am wenigsten',
  partOf: 'Teil von', quantity: 'Menge', component: 'Teil', add: 'Teil hinzufügen',
  remove: 'Herausnehmen', saved: 'Teile gespeichert', gone: 'Kein Set mehr',
  hint: 'Es wird als eine Zeile zu eigenem Preis verkauft. '
    + 'Bestellte Aufträge behalten, woraus sie bestanden.',
  kind: 'Wo die Ware liegt', virtual: 'Bei den Teilen, bis es verkauft wird',
  movement: 'Set-Zusammenstellung',
  assembled: 'Für sich: vorab zusammengestellt',
  assembleTitle: (sku) => `Zusammenstellen oder zerlegen: ${sku}`,
  how: 'Was geschieht', together: 'Zusammenstellen', apart: 'Zerlegen', howMany: 'Wie viele',
  togetherDone: (count, sku) => `${count} × ${sku} zusammengestellt`,
  apartDone: (count, sku) => `${count} × ${sku} zerlegt`,
  contains: (parts) => `enthält ${parts}`,
  dialog: (sku) => `Woraus ${sku} besteht`,
};
