// German: store credit and gift cards.
import type { Text } from '../en';

export const moveNames: Text['moveNames'] = {
  spent: 'Ausgegeben', refunded: 'Erstattet', sold: 'Verkauft oder aufgeladen',
  returned: 'Zurückgekommen', by_hand: 'Von Hand', paid_out: 'Ausgezahlt',
  replaced: 'Auf die neue Karte',
};

export const credit: Text['credit'] = {
  title: 'Guthaben', none: 'Es gibt kein Guthaben und gab nie eines.', balance: 'Stand',
  moves: 'Bewegungen', when: 'Wann', what: 'Was', about: 'Wozu', amount: 'Betrag',
  after: 'Danach', more: 'Ältere Bewegungen stehen im Journal.',
  give: 'Guthaben geben', giveTitle: (name) => `Guthaben von ${name}`,
  giveText: 'Was gegeben wird, schuldet der Laden, bis es ausgegeben oder ausgezahlt ist.',
  giveHint: 'Unter null nimmt zurück, höchstens was da ist.', reason: 'Grund',
  given: (amount) => `${amount} Guthaben gebucht`,
  payOut: 'Auszahlen', payOutTitle: (name) => `Guthaben von ${name} auszahlen`,
  method: 'Wie', paidOut: (amount) => `${amount} ausgezahlt`,
  has: (amount) => `Guthaben (${amount})`,
  left: (amount) => `${amount} übrig`,
};

export const giftCards: Text['giftCards'] = {
  title: 'Gutscheine', one: 'Gutschein', new: 'Gutschein ohne Verkauf', code: 'Code',
  count: (count) => (count === '1' ? '1 Gutschein' : `${count} Gutscheine`),
  noneFoundTitle: 'Kein Gutschein hat so einen Code',
  noneFoundText: 'Nur die letzten Ziffern versuchen.',
  state: 'Stand', issued: 'Ausgegeben', expires: 'Letzter Tag', never: 'Ohne Ablauf',
  expiresHint: 'Leer: läuft nie ab', balance: 'Darauf',
  states: {
    active: 'Einlösbar', blocked: 'Gesperrt', replaced: 'Ersetzt', expired: 'Abgelaufen',
  },
  rule: 'Ein verkaufter Gutschein ist kein Umsatz und trägt keine Steuer; beides entsteht beim '
    + 'Einlösen (Richtlinie (EU) 2016/1065: Mehrzweck-Gutscheine). Bis dahin schuldet der Laden, '
    + 'was darauf ist.',
  emptyTitle: 'Noch keine Gutscheine',
  emptyText: 'Gutscheine verkauft die Kasse. Einen aus einem früheren System oder ein Geschenk '
    + 'trägt man hier ein.',
  newText: 'Für einen Gutschein aus einem früheren System oder ein Geschenk. Was bezahlt wird, '
    + 'verkauft die Kasse.',
  amount: 'Betrag', reason: 'Grund', saved: (code) => `Gutschein ${code} gespeichert`,
  codeHint: 'Der aufgedruckte, oder der hier vorgeschlagene',
  block: 'Sperren', blockTitle: (code) => `Gutschein ${code} sperren`,
  blockText: 'Er ist nicht einlösbar, bis er wiedergefunden ist. Was darauf ist, bleibt.',
  blocked: (code) => `Gutschein ${code} ist gesperrt`,
  unblock: 'Entsperren', unblocked: (code) => `Gutschein ${code} ist wieder einlösbar`,
  replace: 'Ersetzen', replaceTitle: (code) => `Gutschein ${code} ersetzen`,
  replaceText: (amount) => `${amount} gehen auf den neuen, und dieser ist ungültig.`,
  replaced: (code) => `Gutschein ${code} ist an seine Stelle getreten`,
  replacedBy: (code) => `Ersetzt durch ${code}`,
  adjust: 'Von Hand buchen', adjustTitle: (code) => `Auf Gutschein ${code} buchen`,
  adjustHint: 'Unter null nimmt herunter, höchstens was da ist.',
  adjusted: (code) => `Auf Gutschein ${code} gebucht`,
  change: 'Letzter Tag', changeTitle: (code) => `Letzter Tag von Gutschein ${code}`,
  sell: 'Gutschein', sellText: 'Die Karte scannen, oder den Code auf dem Beleg übergeben.',
  sellAmount: 'Wert', put: 'In den Korb',
  pay: 'Code der Karte scannen oder tippen',
  payText: 'Sie zahlt, was darauf ist, höchstens was offen ist.',
  giveText: 'Was zu erstatten ist, kommt darauf.',
  holds: (code, amount) => `Auf ${code} sind ${amount}`,
  line: (code) => `Karte ${code}`,
};
