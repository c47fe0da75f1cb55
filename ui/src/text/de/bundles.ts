// Deutsch: Sets.
import type { Text } from '../en';

export const bundles: Text['bundles'] = {
  title: 'Besteht aus', chip: 'Set', none: 'Noch nichts.',
  each: 'In einem', there: 'Bestand', free: 'Verfügbar', enough: 'Reicht für',
  least: 'am wenigsten', sum: (count) => `Reicht insgesamt für ${count}`,
  partOf: 'Teil von', quantity: 'Menge', component: 'Teil', add: 'Teil hinzufügen',
  remove: 'Herausnehmen', saved: 'Teile gespeichert', gone: 'Kein Set mehr',
  hint: 'Es wird als eine Zeile zu eigenem Preis verkauft und nimmt seine Ware von hier. '
    + 'Bestellte Aufträge behalten, woraus sie bestanden.',
  contains: (parts) => `enthält ${parts}`,
  dialog: (sku) => `Woraus ${sku} besteht`,
};
