// Deutsch: Geräte, Ordner und Hubs, und was nur auf diesem Gerät liegt.
import { many } from '../many';
import type { Text } from '../en';

export const sync: Text['sync'] = {
  text: 'Mehrere Geräte verkaufen aus einem Buch, jedes mit einer eigenen Datei, mit Netz oder '
    + 'ohne. Was jedes schreibt, wird über einen Ordner kopiert, den alle erreichen (einen '
    + 'freigegebenen oder einen USB-Stick), oder über einen Hub.',
  training: 'Eine Übungskopie wird nirgendwohin kopiert.',
  devices: 'Geräte', device: 'Gerät', prefix: 'Kürzel', entries: 'Einträge hier',
  acknowledged: 'Gesendet', newest: 'Letzter Eintrag', own: 'dieses', unnamed: 'ohne Namen',
  waiting: (count) => `${count} vor der Zeit gekommen`,
  rename: 'Umbenennen', renameTitle: 'Wie dieses Gerät heißt',
  renamed: 'Das Gerät hat seinen Namen.',
  revoke: 'Sperren', revokeTitle: (name) => `${name} sperren?`,
  revokeText: 'Das Gerät holt ab sofort nichts mehr vom Hub. Was es hat, bleibt darauf, und was es '
    + 'noch sendet, wird zur Ansicht beiseitegelegt. Wo der Hub das Buch nicht lesen kann, '
    + 'bekommen die anderen Geräte einen neuen Schlüssel, den dieses nicht hat.',
  revoked: 'Das Gerät ist am Hub gesperrt.',
  places: 'Ordner und Hubs',
  none: 'Noch nicht verbunden: alles liegt nur auf diesem Gerät.',
  hub: 'Hub', folder: 'Ordner',
  lacks: (count) => `${count} zu senden`, complete: 'hat alles',
  contact: (when) => `letzter Kontakt ${when}`, never: 'nie erreicht',
  sent: (size) => `${size} gesendet`, fetched: (size) => `${size} geholt`,
  oldest: (span) => `der älteste seit ${span}`,
  failed: 'Der letzte Kontakt ging nicht gut aus:',
  now: 'Jetzt abgleichen', disconnect: 'Trennen', disconnected: 'Getrennt. Was dort liegt, bleibt.',
  connect: 'Verbinden', connectTitle: 'Mit einem Ordner oder Hub verbinden',
  place: 'Ordner oder Adresse', placeHint: 'Ein Ordner oder eine Adresse mit https',
  name: 'Name dieses Geräts', code: 'Einmalcode', codeHint: 'Vom Hub oder von einem Gerät, das mit '
    + 'ihm verbunden ist',
  seal: 'Der Hub kann das Buch nicht lesen', sealHint: 'Was dorthin geht, ist mit einem Schlüssel '
    + 'versiegelt, den Ihre Geräte haben und der Hub nicht. Codes für weitere Geräte enthalten den '
    + 'Schlüssel. Ein Gerät oder eine Sicherung des Buchs behalten: ohne sie kann niemand '
    + 'öffnen, was dort liegt. Das gilt, wenn das Buch am Hub neu ist.',
  sealed: 'versiegelt', connected: 'Verbunden.',
  snapshot: (when, size) => `neue Geräte beginnen mit einer Kopie von ${size}, ${when}`,
  snapshotNone: 'neue Geräte holen alles Eintrag für Eintrag',
  snapshotMake: 'Kopie für neue Geräte', snapshotMade: 'Neue Geräte beginnen mit dieser Kopie.',
  invite: 'Code für ein Gerät', inviteTitle: 'Ein weiteres Gerät',
  inviteText: 'Am anderen Gerät „Einem Buch beitreten“ wählen und diese Adresse und diesen Code '
    + 'angeben. Der Code gilt einmal, einen Tag lang. '
    + 'Ein Scanner am anderen Gerät liest das Bild in das Feld für den Code.',
  inviteKey: 'Hinter dem Punkt steht der Schlüssel des Buchs: den Code niemand anderem geben und '
    + 'nicht über die Maschine des Hubs schicken.',
  inviteDrawn: 'Adresse und Code als QR-Code',
  inbox: 'Eingang', inboxTitle: 'Was am Hub wartet',
  inboxNone: 'Nichts wartet. Fremde Systeme bringen Dokumente über die Kanäle des Hubs.',
  inboxText: 'Aufträge entstehen daraus noch nicht von selbst: eines ansehen, den Auftrag erfassen '
    + 'und sagen, dass es erledigt ist. Fünf Minuten nach dem Ansehen bekommt es kein '
    + 'anderes Gerät.',
  inboxLook: 'Ansehen', inboxDone: 'Erledigt',
  inboxDealt: 'Erledigt, und vom Hub gelöscht.',
  inboxNoText: 'Das ist kein Text und lässt sich nicht zeigen.',
  inboxTaken: 'ein Gerät hat es', inboxUnnamed: 'ohne Kennung',
  quarantine: 'Beiseitegelegt',
  quarantineText: 'Dies ließ sich nicht aufnehmen und hält nichts anderes auf. Was unterwegs '
    + 'beschädigt wurde, heilt mit der nächsten heilen Kopie.',
  asideTake: 'Aufnehmen', asideDrop: 'Verwerfen',
  asideTakeTitle: 'Dies doch aufnehmen?', asideDropTitle: 'Dies für immer verwerfen?',
  asideTakeText: 'Was darin steht, wird Teil des Buches: im Namen dieses Geräts und zu der Zeit, '
    + 'zu der es geschrieben wurde. Bestand, Geld und Nummern zählen es mit: den '
    + 'Datensatz danach ansehen.',
  asideKnownText: 'Was darin steht, ist schon im Buch, unter einem anderen Namen des Geräts. Mit '
    + 'dem Verwerfen geht nichts verloren.',
  asideDropText: 'Was darin steht, ist auf diesem Gerät verloren, und auf jedem, das es verwirft. '
    + 'Sonst ändert sich nichts.',
  asideTaken: 'Es ist aufgenommen.', asideDropped: 'Es ist verworfen.', asideKnown: 'schon im Buch',
  asideWritten: (when) => `geschrieben ${when}`,
  reasons: {
    damaged: 'unterwegs beschädigt', forked: 'ein anderer Eintrag hat seinen Platz',
    unreadable: 'nicht lesbar',
  },
  entry: (seq) => `Eintrag ${seq}`,
  clock: (span) => `Diese Uhr und die des Hubs unterscheiden sich um ${span}. Die Einträge `
    + 'behalten ihre Reihenfolge, aber Zeiten auf Belegen können falsch sein.',
  done: (fetched, given) => `${fetched} geholt, ${given} gesendet.`,
  renewed: 'Diese Datei wurde kopiert oder wiederhergestellt. Das Gerät macht unter einem eigenen '
    + 'Kürzel weiter; nichts geht verloren.',
  signSent: 'Alles gesendet',
  signUnsent: (count) => `${many(count, 'Eintrag', 'Einträge')} zu senden`,
  signAway: 'Nicht erreicht', signAside: 'Etwas wurde beiseitegelegt',
  join: 'Einem Buch beitreten',
  joinText: 'Eines, das in einem Ordner, auf einem Stick oder an einem Hub liegt.',
  joinButton: 'Beitreten', joinCodeHint: 'Nur für einen Hub',
  joinPath: 'Wo die Datei dieses Geräts liegen soll',
};
