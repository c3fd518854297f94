import type { AskedContact, ContactCard } from '../../contacts/domain/contact.ts';
import type { ShownSuggestion } from '../../suggestions/domain/shown-suggestion.ts';
import type { TicketPriority } from '../../vocabulary/ticket-priority.ts';
import type { TicketStatus } from '../../vocabulary/ticket-status.ts';
import type { TicketTriage } from '../../vocabulary/ticket-triage.ts';
import type { Arrival } from './arrival.ts';
import type { LaterSuggestion } from '../later/domain/later-suggestion.ts';

/**
 * A support ticket. `version` grows by one with every change; `resolvedAt` is set while nothing is left to do, since it
 * became resolved or closed, and `closedAt` while it is closed.
 */
export interface Ticket {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly priority: TicketPriority;
  readonly status: TicketStatus;
  /** Who wrote it down; null when nobody of the desk did. */
  readonly createdBy: number | null;
  /** Who works on it; null when nobody does yet. */
  readonly assignee: number | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly resolvedAt: Date | null;
  readonly closedAt: Date | null;
  readonly version: number;
  /** `pending` while its category and priority are only filled in; null once somebody has decided. */
  readonly triage: TicketTriage | null;
  /** The number of the ticket that says the same, for which it was closed. Called as history and the API call it. */
  readonly duplicate_of: number | null;
  /** The id of the contact who asks; null when nobody is named. */
  readonly requester: number | null;
}

/** What a new ticket begins with. */
export type NewTicket = Pick<
  Ticket,
  'title' | 'description' | 'category' | 'priority' | 'assignee' | 'triage' | 'requester'
>;

/** Of the two fields that the desk suggests, those that a person decided. */
export type Decided = Partial<Pick<Ticket, 'category' | 'priority'>>;

/** What a person decides when writing a ticket, and the suggestion that it was written with, if any. */
export interface TicketDraft {
  /** A field that is left out waits for somebody to sort the ticket. */
  readonly ticket: Pick<Ticket, 'title' | 'description' | 'assignee'> & Decided;
  readonly suggestionId: string | null;
  /** Who asks; left out when nobody is named. */
  readonly requester?: AskedContact;
}

/** Whether somebody has yet to sort it. */
export function waits({ ticket }: TicketDraft): boolean {
  return ticket.category === undefined || ticket.priority === undefined;
}

/** A ticket with those that were closed for it, those who follow it, and what its customer's later words suggest. */
export interface TicketWithDuplicates extends Ticket {
  /** The numbers of those that were closed as its duplicates, at most a hundred. */
  readonly duplicates: readonly number[];
  /** The ids of the contacts who get a copy of what is answered. */
  readonly followers: readonly number[];
  /** What is suggested for what the customer wrote since it was sorted; null when nothing is. */
  readonly laterSuggestion: LaterSuggestion | null;
  /** By what it came; null when no customer wrote it to the desk. */
  readonly arrivedBy: Arrival | null;
}

/** A ticket with what belongs to it. */
export interface TicketDetail extends Omit<TicketWithDuplicates, 'requester' | 'followers'> {
  readonly requester: ContactCard | null;
  readonly followers: readonly ContactCard[];
  /** What is suggested for it while it waits to be sorted; null when nothing is, or not yet. */
  readonly suggestion: ShownSuggestion | null;
}
