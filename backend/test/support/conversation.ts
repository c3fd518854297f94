import type { Answer, ApiClient, ProblemBody } from './api-client.ts';
import type { TicketEventBody } from './ticket-event-body.ts';

export interface EntryBody {
  number: number;
  at: string;
  kind: string;
  author: { type: string; id: number | null; name: string | null };
  sender_confirmed: boolean | null;
  sender_check: { verdict: string; by: string } | null;
  via: string;
  token_name: string | null;
  text: string | null;
  html: string | null;
  folded: string;
  linked_ticket: number | null;
  recipients: { role: string; name: string; address: string; state: string | null; detail: string | null }[];
  delivery: { state: string; leaves_at: string | null; detail: string | null } | null;
  sets_status: string | null;
  sets: object;
  taken_back_at: string | null;
  redaction: { at: string; by: { name: string | null }; reason: string } | null;
  event: TicketEventBody | null;
}

export interface TimelineBody {
  results: EntryBody[];
  next_cursor: string | null;
}

/** Where the conversation of a ticket is. */
export const ticketPath = (id: number): string => `/api/tickets/${String(id)}`;

export function write(
  by: ApiClient,
  id: number,
  message: object,
  headers: Record<string, string> = {},
): Promise<Answer<EntryBody & ProblemBody>> {
  return by.post(`${ticketPath(id)}/messages`, message, headers);
}

export async function timelineOf(by: ApiClient, id: number): Promise<EntryBody[]> {
  return (await by.get<TimelineBody>(`${ticketPath(id)}/timeline?limit=100`)).body.results;
}
