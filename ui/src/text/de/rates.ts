// German: exchange rates, and orders in other currencies.
import type { Text } from '../en';

export const rates: Text['rates'] = {
  none: 'Kein Kurs ist hinterlegt: Aufträge gibt es nur in der Währung des Buches.',
  title: 'Wechselkurse', currency: 'Währung',
  text: (own) => `Was eine Einheit einer anderen Währung in ${own} wert ist, von einem Tag an. Ein `
    + 'Auftrag behält den Kurs seines Tages.',
  rate: (own) => `Kurs in ${own}`, from: 'Ab', source: 'Quelle', add: 'Kurs hinzufügen',
  remove: 'Entfernen',
  worth: (own) => `Wert in ${own}`,
  at: (rate, day, source) => [rate, day, source].filter(Boolean).join(' · '),
  cash: (amount, own) => `${amount} ${own} in bar`,
  notes: (given, amount) => `${given}, genommen für ${amount}`,
  paid: (amount, own) => `Wert ${amount} ${own}`,
};
