import type { TicketText } from '../../vocabulary/ticket-text.ts';

const MAX_LENGTH = 80;

/** Words as they stand in a ticket, whatever their case and the space between them; null when they do not stand there. */
export function asItStands(words: string, { title, description }: TicketText): string | null {
  const pattern = words
    .split(' ')
    .map(literally)
    .join(String.raw`[\s\p{P}]{1,3}`);
  // Lower-casing both would shift positions (İ becomes two characters); the expression folds case without doing so.
  const whole = new RegExp(String.raw`(?<![\p{L}\p{M}\d])${pattern}(?![\p{L}\p{M}\d])`, 'iu');
  const found = (whole.exec(title) ?? whole.exec(description))?.[0] ?? null;
  return found !== null && found.length <= MAX_LENGTH ? found : null;
}

function literally(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replaceAll("'", "['’]");
}
