import type { TicketText } from '../../vocabulary/ticket-text.ts';

/** What two tickets have in common when they are the same text: a model that has learned one knows the other. */
export function textMark({ title, description }: TicketText): string {
  return `${title}\n${description}`.toLowerCase().replace(/\s+/gu, ' ');
}
