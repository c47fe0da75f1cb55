// Deutsch: Ware, die für Aufträge reserviert ist.
import type { Text } from '../en';

export const allocation: Text['allocation'] = {
  policy: 'Ware wird für einen Auftrag reserviert',
  hint: 'Was nicht reserviert ist, wartet und wird reserviert, wenn Ware da ist',
  policies: {
    ordered: 'mit der Annahme, alles Bestellte',
    available: 'mit der Annahme, soweit frei',
    by_hand: 'von Hand',
  },
  done: (number) => `Ware für ${number} reserviert`,
};
