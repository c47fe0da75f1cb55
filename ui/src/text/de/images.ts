// Deutsch: Bilder von Artikeln.
import type { Text } from '../en';

export const images: Text['images'] = {
  title: 'Bilder', add: 'Bild hinzufügen', kinds: 'Bilder', all: 'Alle Bilder',
  of: (title, at, count) => `${title}, Bild ${at} von ${count}`,
  none: 'Noch kein Bild. Eine Datei wählen, hierher ziehen oder einfügen.',
  added: 'Bild hinzugefügt', removed: 'Bild entfernt', noPicture: 'Nur PNG-, JPEG- und '
    + 'WebP-Dateien werden zu Bildern.',
  earlier: 'Einen Platz nach vorn', later: 'Einen Platz nach hinten', remove: 'Entfernen',
  tell: 'Beschreiben', alt: 'Beschreibung',
  altHint: 'Was gesagt wird, wenn jemand das Bild nicht sieht',
};
