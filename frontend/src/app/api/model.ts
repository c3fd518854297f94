import type { components } from './schema.gen';

type Schemas = components['schemas'];

export type Ticket = Schemas['TicketDto'] & Pick<Schemas['ListedTicketDto'], 'found_in'>;
/** A ticket with what is suggested for it while it waits to be sorted. */
export type TicketDetail = Schemas['TicketDetailDto'];
/** By what a ticket came that a customer wrote. */
export type Arrival = NonNullable<TicketDetail['arrived_by']>;
/** Other values for what the customer wrote after the ticket was sorted. */
export type LaterSuggestion = Schemas['LaterSuggestionDto'];
export type Priority = Schemas['TicketPriority'];
export type Status = Schemas['TicketStatus'];
export type TicketPage = Schemas['TicketListDto'];
export type NewTicket = Schemas['CreateTicketDto'];
/** Any of the fields a person can change on a ticket; at least one. */
export type TicketUpdate = Schemas['UpdateTicketDto'];
/** With `merged_into` another one took its tickets: it is not offered any more, not even to look for. */
export type Category = Schemas['CategoryDto'];
export type CategoryList = Schemas['CategoryListDto'];
export type FilledIn = Schemas['FilledInDto'];
export type Stats = Schemas['StatsDto'];
export type TicketText = Pick<Schemas['ClassifyDto'], 'title' | 'description'>;
/** What the desk suggests for a text, or why it does not. */
export type Suggestion = Schemas['SuggestionDto'];
/** How often suggestions of about the same confidence were right, of those that have been checked. */
export type SuggestionRecord = Schemas['SuggestionRecordDto'];
export type KnownWords = NonNullable<Suggestion['known_words']>;
export type AbstentionReason = NonNullable<Suggestion['abstained_because']>;
/** Tickets to sort. */
export type DrawnTickets = Schemas['DrawnTicketsDto'];
/** A ticket about the same matter, and how much of 1 it is like what was asked for. */
export type SimilarTicket = Schemas['SimilarTicketDto'];
export type SimilarTicketList = Schemas['SimilarTicketListDto'];
/** Somebody who writes to the desk, and the same as a ticket shows them. */
export type Contact = Schemas['ContactDto'];
export type ContactList = Schemas['ContactListDto'];
export type Organisation = Schemas['OrganisationDto'];
export type OrganisationList = Schemas['OrganisationListDto'];
export type ContactCard = Schemas['ContactCardDto'];
/** That somebody was erased, or how far they are. */
export type Erasure = Schemas['ErasureDto'];
export type ContactErasure = Schemas['ContactErasureDto'];
/** Who is meant: a contact by id, or by an address and the name of somebody new. */
export type AskedContact = Schemas['AskedContact'];
export type RequesterTickets = Schemas['RequesterTicketListDto'];
export type Problem = Schemas['ProblemDto'];
export type FieldError = Schemas['FieldErrorDto'];

/** Someone who works or worked at the desk. */
export type Person = Schemas['PersonDto'];
export type PersonPresent = Schemas['PersonPresent'];
export type TicketPresence = Schemas['TicketPresence'];
export type PresenceList = Schemas['PresenceList'];
export type PersonList = Schemas['PersonListDto'];
/** Something that concerns the person who is signed in. */
export type BellEntry = Schemas['Notification'];
export type BellPage = Schemas['NotificationList'];
/** One thing that happened to a ticket. */
export type TicketEvent = Schemas['TicketEventDto'];
export type TicketEventChange = Schemas['TicketEventChangeDto'];
export type TicketEventPage = Schemas['TicketEventListDto'];

/** Whose tickets are looked for: the reader's own, nobody's, or those of the person with this number. */
export type AssigneeFilter = 'me' | 'none' | 'inactive' | `${number}`;

/** The orders of the list. */
export type TicketSort = Schemas['TicketSort'];
/** A name for some filters of the list. */
export type TicketView = Schemas['TicketView'];
export type TicketViewList = Schemas['TicketViewListDto'];

/** What the list can be narrowed to; several values of one field mean any of them. */
export interface TicketFilter {
  category?: readonly string[];
  priority?: readonly Priority[];
  status?: readonly Status[];
  assignee?: readonly AssigneeFilter[];
  /** Those that nobody has sorted yet. Their category and priority are only filled in: no other filter by these finds them. */
  triage?: 'pending';
  search?: string;
}

/** Which tickets are listed, and in which order: newest first when it says none. */
export interface TicketQuery extends TicketFilter {
  sort?: TicketSort;
}

export type Role = Schemas['Role'];
/** What an API token may do. */
export type Scope = Schemas['Scope'];
/** The person who is signed in. */
export type Account = Schemas['AccountDto'];
/** What stands below one's answers when they leave as mails. */
export type Signature = Schemas['SignatureDto'];
/** One browser in which a person is signed in. */
export type AccountSession = Schemas['SessionDto'];
export type AccountSessionList = Schemas['SessionListDto'];
export type ApiToken = Schemas['ApiTokenDto'];
export type ApiTokenList = Schemas['ApiTokenListDto'];
export type NewApiToken = Schemas['CreateApiTokenDto'];
/** The secret is told this once. */
export type CreatedApiToken = Schemas['CreatedApiTokenDto'];
