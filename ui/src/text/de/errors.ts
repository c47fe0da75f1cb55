// Deutsch: was nicht ging, je Code.
import type { Text } from '../en';

export const errorKinds: Text['errorKinds'] = {
  invalid: 'So lässt sich das nicht übernehmen.',
  conflict: 'Jemand hat das inzwischen geändert. Bitte noch einmal ansehen.',
  not_found: 'Das steht nicht mehr im Buch.',
  unavailable: 'Das geht gerade nicht. Gleich noch einmal versuchen.',
  broken: 'Im Programm ist etwas schiefgegangen. Es wurde nichts geändert.',
};

export const errors: Text['errors'] = {
  unreachable: 'Das Programm antwortet nicht. Läuft es noch?',
  internal: 'Im Programm ist etwas schiefgegangen. Es wurde nichts geändert.',
};
