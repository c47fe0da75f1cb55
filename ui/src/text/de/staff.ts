// Deutsch: das Personal, wer bei der Arbeit ist, Freigaben und Training.
import type { Text } from '../en';

export const staff: Text['staff'] = {
  roles: {
    owner: 'Inhaber', supervisor: 'Aufsicht', cashier: 'Kasse', clerk: 'Büro',
  },
  permissions: {
    price_override: 'zu anderem Preis verkaufen',
    discount_over_limit: 'Rabatt über der Grenze',
    refund: 'Geld zurückgeben',
    refund_without_receipt: 'Ware ohne Beleg zurücknehmen',
    open_drawer: 'Schublade ohne Verkauf öffnen',
    cancel: 'Aufträge stornieren und Körbe verwerfen',
    void_line: 'Zeilen aus einem Korb nehmen',
    cash_in_out: 'Bargeld einlegen und entnehmen',
    close_till: 'Kasse zählen und abschließen',
    adjust_stock: 'Bestand berichtigen',
    sell_expired: 'Abgelaufenes verkaufen',
    adjust_points: 'Punkte von Hand buchen',
    change_catalogue: 'Artikel, Preise und Aktionen ändern und importieren',
    change_settings: 'Einstellungen ändern und Kunden löschen',
    manage_people: 'Personal verwalten',
    reports: 'Berichte ansehen',
    train: 'im Training üben',
  },
  who: 'Wer', pin: 'PIN', signIn: 'Anmelden', locked: 'Gesperrt',
  scanned: 'Ein Code wurde gescannt und nicht genommen. Zuerst die PIN.',
  switchTitle: 'Wer übernimmt?',
  nobodyElse: 'Niemand sonst hat eine PIN.',
  atWork: (name) => `Bei der Arbeit: ${name}. Wechseln`,
  approveTitle: 'Eine Freigabe ist nötig',
  approve: 'Freigeben',
  approveText: (what) => `Wer angemeldet ist, darf nicht: ${what}.`,
  nobodyMay: (what) => `Niemand mit einer PIN darf: ${what}.`,
  willAsk: (what) => `Jemand muss freigeben: ${what}.`,
  refused: (what) => `Wer angemeldet ist, darf nicht: ${what}.`,

  title: 'Personal',
  text: 'Wer im Laden arbeitet. Sobald ein Inhaber eine PIN hat, melden sich alle mit ihrer an, '
    + 'und jeder darf, was seine Rolle erlaubt.',
  empty: 'Noch niemand: Wer hier sitzt, darf alles.',
  name: 'Name', nameHint: 'So, wie er im Laden gerufen wird: auf Kassenberichten und in Verläufen',
  role: 'Rolle', add: 'Person hinzufügen', addTitle: 'Eine neue Person',
  editTitle: 'Eine Person ändern',
  edit: (name) => `${name} ändern`,
  newPin: 'Neue PIN', pinHint: 'Vier bis zwölf Ziffern; leer bleibt sie, wie sie ist',
  hasPin: 'Hat eine PIN', noPin: 'Keine PIN', clearPin: 'Die PIN wegnehmen',
  archived: 'Arbeitet nicht mehr hier', state: 'Stand', active: 'Arbeitet hier',
  saved: (name) => `${name}: gespeichert`,
  lockAfter: 'Sperren nach', never: 'nie',
  minutes: (count) => `${count} Min. ohne Bedienung`,

  rolesText: 'Was jede Rolle von sich aus darf. Für alles andere gibt jemand, der darf, seine PIN '
    + 'ein. Ein Inhaber darf alles.',
  permission: 'Darf', limit: 'Rabatt von Hand bis, %',
  limitOf: (role) => `Rabatt von Hand bis, %: ${role}`,
  mayRole: (role, what) => `${role}: ${what}`,
  addRole: 'Rolle hinzufügen', roleName: 'Name der neuen Rolle', rolesSaved: 'Rollen gespeichert',

  auditText: 'Was verweigert und was freigegeben wurde, das Neueste zuerst.',
  auditEmpty: 'Noch wurde nichts verweigert oder freigegeben.',
  when: 'Wann', what: 'Was', whom: 'Angemeldet', by: 'Durch', record: 'Zu',
  happened: {
    'audit.refused': 'Verweigert', 'audit.approved': 'Freigegeben', 'audit.done': 'Getan',
    'audit.pin_refused': 'Falsche PIN',
  },
  wrongPins: (count) => `${count} nacheinander`,
  earlier: 'Früher', later: 'Später',
};

export const training: Text['training'] = {
  title: 'Training',
  text: 'An einer Kopie dieses Buchs üben. Ihre Nummern beginnen mit T, ihre Belege sagen, dass '
    + 'sie keine sind, und nichts davon berührt Bestand, Geld oder Berichte des echten Buchs.',
  start: 'Training beginnen', goOn: 'Weiter üben', fresh: 'Mit einer frischen Kopie beginnen',
  banner: 'Training: Nichts hier ist echt',
  leave: 'Training beenden', discard: 'Beenden und die Kopie verwerfen',
  inside: 'Das ist die Kopie zum Üben.',
};
