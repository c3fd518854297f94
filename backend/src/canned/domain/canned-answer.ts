import type { Attachment } from '../../attachments/domain/attachment.ts';
import type { TicketEdit } from '../../tickets/domain/ticket-change.ts';

/** In characters (code points). */
export const CANNED_NAME_MAX = 100;
export const CANNED_TEXT_MAX = 20_000;
/** How many can be taken in at once. */
export const IMPORT_MAX = 100;

/** What can stand in a canned answer for what is known when it is given; who gives it fills it in. */
export const CANNED_PLACEHOLDERS = ['customer.name', 'ticket.id', 'ticket.title', 'agent.name'] as const;

/** What becomes of the ticket with the answer; what is left out stays as it is. */
export type CannedSteps = Pick<TicketEdit, 'status' | 'category' | 'priority' | 'assignee'>;

/** What a canned answer is made of. */
export interface CannedFields {
  readonly name: string;
  /** Markdown with placeholders. */
  readonly text: string;
  /** Whether everybody has it, or only who wrote it. */
  readonly team: boolean;
  readonly steps: CannedSteps;
}

/** What somebody writes of one. */
export interface CannedWriting extends CannedFields {
  /** The ids of all files that it is to have, in their order. */
  readonly attachments: readonly string[];
}

/** One that comes from elsewhere. */
export interface ImportedAnswer extends CannedFields {
  /** The names of the files that it had there. */
  readonly files: readonly string[];
}

/** An answer as it is kept beside its files. */
export interface WrittenAnswer extends CannedFields {
  readonly id: number;
  /** How often it was put into a message. */
  readonly uses: number;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** An answer that is written once and given often. */
export interface CannedAnswer extends WrittenAnswer {
  /** What is sent along: those who use it send copies. */
  readonly files: readonly Attachment[];
}
