export const TITLE_MAX = 200;
export const DESCRIPTION_MAX = 20_000;

/** What a ticket says. */
export interface TicketText {
  readonly title: string;
  readonly description: string;
}
