import type { BothTexts } from './rendered-mail.ts';

/** An answer that is about to leave. */
export interface AnswerToSend {
  readonly ticketId: number;
  readonly title: string;
  /** The contact who asked; null for none. */
  readonly requester: number | null;
  /** Who wrote it; null where that is nobody of the desk. */
  readonly author: { readonly id: number; readonly name: string } | null;
  readonly answer: BothTexts;
}
