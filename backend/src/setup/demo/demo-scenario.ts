import type { TicketPriority } from '../../vocabulary/ticket-priority.ts';

export type DemoLanguage = 'en' | 'de' | 'fr' | 'es';

/**
 * Something that customers write about. Texts hold `{slots}`, which are looked up in the facts of a ticket, and
 * `[one wording|another]`, of which each ticket gets one. Lines of a text flow together into paragraphs; a line
 * that starts with `|` stays a line of its own.
 */
export interface DemoScenario {
  /** Wordings that take turns. */
  readonly titles: readonly [string, ...string[]];
  readonly description: string;
  /** What the desk answers once it knows, as Markdown, without a greeting. */
  readonly answer: string;
  readonly priority: TicketPriority;
  /** The language it is written in, English unless told; only customers of that language send it. */
  readonly language?: DemoLanguage;
  /** Where VAT rules matter: only customers from the EU send it. */
  readonly region?: 'eu';
}
