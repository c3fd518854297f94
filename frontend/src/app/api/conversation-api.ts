import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, map } from 'rxjs';
import type { ConversationPage } from './conversation-model';
import { TICKETS_URL } from './tickets-api';

/** As many entries as a page of a conversation has. */
const LIMIT = 50;
const NO_PAGE: ConversationPage = { results: [], next_cursor: null };

/** A page with the state of the conversation: the number of the newest public message, which answers are written against. */
export interface ReadConversation extends ConversationPage {
  readonly state: number;
}

/** Reads and writes what is said in a ticket. Every failed call ends in a `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class ConversationApi {
  private readonly http = inject(HttpClient);

  /** Messages and events, the newest first, or on from where a page before it ended. */
  timeline(ticket: number, cursor?: string): Observable<ReadConversation> {
    const params = { order: 'newest', limit: LIMIT, ...(cursor !== undefined && { cursor }) };
    return this.http
      .get<ConversationPage>(`${TICKETS_URL}/${ticket}/timeline`, { params, observe: 'response' })
      .pipe(map(({ body, headers }) => ({ ...(body ?? NO_PAGE), state: stateOf(headers.get('ETag')) })));
  }
}

/** The number in an `ETag`; 1, the description, where none is told. */
export function stateOf(etag: string | null): number {
  return Number(/"(\d+)"/.exec(etag ?? '')?.[1] ?? 1);
}
