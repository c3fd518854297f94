import type { components } from './schema.gen';

type Schemas = components['schemas'];

export type Ticket = Schemas['TicketDto'];
export type Priority = Schemas['TicketPriority'];
export type Status = Schemas['TicketStatus'];
export type TicketPage = Schemas['TicketListDto'];
export type NewTicket = Schemas['CreateTicketDto'];
/** Any of the fields a person can change on a ticket; at least one. */
export type TicketUpdate = Schemas['UpdateTicketDto'];
export type Category = Schemas['CategoryDto'];
export type CategoryList = Schemas['CategoryListDto'];
export type Stats = Schemas['StatsDto'];
export type TicketText = Schemas['ClassifyDto'];
export type Suggestion = Schemas['SuggestionDto'];
export type Problem = Schemas['ProblemDto'];
export type FieldError = Schemas['FieldErrorDto'];

/** What the list can be narrowed to; several values of one field mean any of them. */
export interface TicketFilter {
  category?: readonly string[];
  priority?: readonly Priority[];
  status?: readonly Status[];
  search?: string;
}
