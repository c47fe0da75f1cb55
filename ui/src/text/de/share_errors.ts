// Deutsch: was mit Anteilen an Ware nicht ging.
import type { Code } from '../../api/error';

export const shareErrors = {
  share_not_keeper: 'Das kann nur das Gerät, das den Rest hält.',
  share_not_open: 'Davon ist nichts aufgeteilt.',
  share_nothing_left: 'Dieses Gerät hat keinen Anteil, der zurückgenommen werden könnte.',
  share_open: 'Dieses Gerät hält den Rest schon.',
  share_own: 'Das hat dieses Gerät schon.',
  share_short: 'So viel darf dieses Gerät nicht nehmen: der Rest gehört anderen Geräten.',
} satisfies Partial<Record<Code, string>>;
