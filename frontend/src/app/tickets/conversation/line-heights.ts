import type { ShownLine } from './conversation-window';

/** Of a message without its text, and of a row of that. */
const [CARD_PX, ROW_PX] = [64, 22];
/** Of what happened between messages. */
const EVENT_PX = 24;
/** As wide as a letter is on the average, and as text may be at most. */
const [LETTER_PX, TEXT_PX] = [7, 560];
/** What stands beside the text of a message. */
const BESIDE_PX = 60;
/** A mail is as long as it likes; what it quotes is folded. */
const ROWS_MAX = 60;

/** How high a line is, by guess, in a column of a width: until it is drawn and measured. */
export function guessedHeight({ message, event }: ShownLine, width: number): number {
  if (!message) return event?.title ? 2 * EVENT_PX : EVENT_PX;
  const letters = Math.max(20, Math.min(TEXT_PX, width - BESIDE_PX) / LETTER_PX);
  const rows = (message.text ?? '')
    .split('\n')
    .reduce((sum, row) => sum + Math.max(1, Math.ceil(row.length / letters)), 0);
  return CARD_PX + Math.min(rows, ROWS_MAX) * ROW_PX;
}
