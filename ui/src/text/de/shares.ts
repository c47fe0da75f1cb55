// Deutsch: was jedes Gerät von einem Artikel nehmen darf, ohne zu fragen.
export const shares = {
  title: 'Anteile der Geräte', who: 'Gerät', given: 'Erhalten', used: 'Genommen',
  left: 'Darf nehmen', asked: 'Bittet um', keeper: 'hält den Rest',
  device: (prefix: string) => `Gerät ${prefix}`,
  none: 'Jedes Gerät verkauft, was seines Wissens da ist. Aufgeteilt verkauft jedes seinen '
    + 'Anteil, auch ohne Verbindung, und zusammen nie mehr, als da ist.',
  give: 'Anteil geben', ask: 'Um Anteil bitten', close: 'Nicht mehr aufteilen',
  takeOver: 'Übernehmen', lost: 'Verloren',
  giveTitle: 'Anteil geben', askTitle: 'Um Anteil bitten', to: 'An', quantity: 'Menge',
  giveText: (left: string) => `Dieses Gerät darf ${left} nehmen. Was es gibt, hat es nicht mehr; `
    + 'das andere hat es ab der nächsten Verbindung.',
  askText: 'Geräte, die etwas haben, sehen das bei der nächsten Verbindung und geben es oder '
    + 'nicht. Mit null ist nichts mehr erbeten.',
  given1: 'Der Anteil ist gegeben', asked1: 'Um den Anteil ist gebeten',
  sure: {
    open: {
      title: () => 'Unter den Geräten aufteilen',
      text: 'Dieses Gerät hält den Rest: was hier liegt und zu keinem Anteil gehört. Andere nehmen '
        + 'ab der nächsten Verbindung nichts davon, bis sie einen Anteil haben. Am besten, während '
        + 'alle verbunden sind.',
      verb: 'Aufteilen', done: 'Aufgeteilt; dieses Gerät hält den Rest',
    },
    take_over: {
      title: () => 'Den Rest auf diesem Gerät halten',
      text: 'Nur wenn das Gerät, das den Rest hält, verloren ist: bis es davon hört, verkaufen '
        + 'beide vom Rest, und es kann mehr verkauft werden, als da ist.',
      verb: 'Übernehmen', done: 'Dieses Gerät hält den Rest',
    },
    close: {
      title: () => 'Nicht mehr aufteilen',
      text: 'Jedes Gerät verkauft wieder, was seines Wissens da ist. Was jedes erhalten hat, '
        + 'bleibt vermerkt, falls wieder aufgeteilt wird.',
      verb: 'Nicht mehr aufteilen', done: 'Davon ist nichts mehr aufgeteilt',
    },
    lose: {
      title: (device: string) => `${device} ist verloren`,
      text: 'Was es noch nehmen durfte, gehört wieder diesem Gerät. Hat es davon ohne Verbindung '
        + 'verkauft, oder tut es das noch, kann mehr verkauft sein, als da ist.',
      verb: 'Es ist verloren', done: 'Sein Anteil ist zurück',
    },
  },
};
