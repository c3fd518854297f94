import type { TicketText } from '../../vocabulary/ticket-text.ts';

/** About a thousand tokens of any script: little enough for small models, and more than most tickets have. */
const LONGEST = 2_000;
/** What is asked for stands mostly at the beginning, and sometimes at the end. */
const BEGINNING = 0.75;

/** A ticket's text for a model that cannot take it whole: the beginning and the end of its description, half at most. */
export function shortened({ title, description }: TicketText): TicketText {
  const length = Math.min(LONGEST, Math.floor(description.length / 2));
  const head = Math.ceil(length * BEGINNING);
  const [beginning, end] = [description.slice(0, head), description.slice(description.length - (length - head))];
  // A cut may go through a character of two units.
  return {
    title,
    description: `${beginning.replace(/[\uD800-\uDBFF]$/, '')}\n[…]\n${end.replace(/^[\uDC00-\uDFFF]/, '')}`,
  };
}
