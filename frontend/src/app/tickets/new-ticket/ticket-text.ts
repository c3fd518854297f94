import type { TicketText } from '../../api/model';
import { characters } from '../../ui/characters';
import { isVisible } from '../../ui/unseen';
import { written } from '../../ui/written';

/** In characters (code points, as the API counts) after trimming. */
export const TITLE_MAX = 200;
export const DESCRIPTION_MAX = 20_000;

const BREAKS = /[\p{Cc}\u2028\u2029]+\s*/gu;

/** A pasted heading of several lines on one line; what a title may not hold becomes a space. */
export function onOneLine(text: string): string {
  return text.replace(BREAKS, ' ');
}

/** What the desk can be asked about, or null while there is nothing to read or too much of it. */
export function readableText(title: string, description: string): TicketText | null {
  const text = { description: written(description, false) };
  if (!isVisible(description) || characters(text.description) > DESCRIPTION_MAX) return null;
  const heading = written(onOneLine(title), true);
  return !isVisible(heading) || characters(heading) > TITLE_MAX ? text : { title: heading, ...text };
}

export function sameText(one: TicketText | null, other: TicketText | null): boolean {
  return one?.title === other?.title && one?.description === other?.description;
}
