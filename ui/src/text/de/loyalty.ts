// German: the points programme.
import type { Text } from '../en';

export const pointsMoves: Text['pointsMoves'] = {
  earned: 'Gesammelt', taken_back: 'Zurückgenommen', redeemed: 'Eingelöst',
  given_back: 'Zurückgegeben', by_hand: 'Von Hand', expired: 'Verfallen',
};

export const loyalty: Text['loyalty'] = {
  title: 'Bonusprogramm', points: 'Punkte', card: 'Kundenkarte',
  cardHint: 'Der Code darauf: an der Kasse gescannt, bringt er den Kunden in den Korb',
  text: 'Kunden sammeln Punkte für Ware, die bezahlt und übergeben ist, und lösen sie gegen einen '
    + 'Nachlass ein. Was zurückkommt, nimmt seine Punkte mit. Für jeden Auftrag gelten die '
    + 'Bedingungen, zu denen er vereinbart wurde.',
  enabled: 'Kunden sammeln Punkte und lösen sie ein',
  perUnit: (currency) => `Punkte für 1 ${currency}`,
  perUnitHint: 'Mit Steuer; einmal je Auftrag abgerundet',
  worth: 'Nachlass je Punkt', least: 'Einlösen ab', leastHint: 'Punkte auf einmal',
  expires: 'Verfallen nach', expiresHint: 'Tage; leer: nie',
  earnsNothing: 'Diese Zahlarten bringen keine Punkte',
  rule: 'Eingelöste Punkte sind ein Nachlass, als letzter von allen: auch die Steuer sinkt. '
    + 'Gutscheine und Versand bringen keine Punkte; Ware, die ein Gutschein bezahlt, schon.',
  balance: (count) => `${count} Punkte`,
  worthOf: (amount) => `wert ${amount}`,
  ends: (count, day) => `${count} verfallen nach dem ${day}`,
  none: 'Noch keine Punkte.', moves: 'Punktebewegungen', when: 'Wann', what: 'Was',
  about: 'Worum', count: 'Punkte', after: 'Danach', until: 'Gültig bis',
  more: 'Ältere Bewegungen stehen im Journal.',
  adjust: 'Punkte buchen', adjustTitle: (name) => `Punkte von ${name}`,
  adjustHint: 'Unter null nimmt Punkte weg, höchstens so viele, wie da sind.', reason: 'Grund',
  adjusted: (count) => `${count} Punkte gebucht`,
  redeem: 'Punkte einlösen', redeemHint: 'Mindestens so viele, wie die Einstellungen sagen',
  redeemLabel: 'Einzulösende Punkte',
  redeemed: (count) => `${count} Punkte eingelöst`,
  takeOff: 'Keine einlösen', earns: (count) => `Bringt ${count} Punkte`,
  earned: (count) => `${count} Punkte gesammelt`,
  chooseFirst: 'Punkte gehören einem Kunden: Karte scannen oder Kunden wählen.',
  attached: (name) => `${name} ist der Kunde`,
};
