import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, map } from 'rxjs';
import { answerWithin } from './answer-within';
import type {
  ConversationEntry,
  ConversationPage,
  KeptDraft,
  MessageDraft,
  WrittenMessage,
} from './conversation-model';
import { ifMatch } from './if-match';
import { TICKETS_URL } from './tickets-api';

/** As many entries as a page of a conversation has. */
const LIMIT = 50;
const NO_PAGE: ConversationPage = { results: [], next_cursor: null };
/** After this long without an answer a person may try again to send. */
const SEND_MS = 30_000;

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

  /**
   * With `state` it is refused as `stale_conversation` (412) when somebody answered, or the customer wrote, since. With a key the
   * same message is never written twice, however often the same call is sent.
   */
  write(ticket: number, message: WrittenMessage, key: string, state?: number): Observable<ConversationEntry> {
    const headers = { 'Idempotency-Key': key, ...(state !== undefined && ifMatch(state)) };
    const context = answerWithin(SEND_MS);
    return this.http.post<ConversationEntry>(`${TICKETS_URL}/${ticket}/messages`, message, { headers, context });
  }

  /** Takes a reply back that has not left; refused as `message_left` (409) when it has. */
  takeBack(ticket: number, number: number): Observable<unknown> {
    return this.http.delete(`${TICKETS_URL}/${ticket}/messages/${number}`);
  }

  /** Lets a reply leave that is held. */
  sendNow(ticket: number, number: number): Observable<unknown> {
    return this.http.post(`${TICKETS_URL}/${ticket}/messages/${number}/send`, null);
  }

  /** Removes what a message says for good, for admins; number 1 is the description, and takes the title along. */
  redact(ticket: number, number: number, reason: string): Observable<unknown> {
    return this.http.post(`${TICKETS_URL}/${ticket}/messages/${number}/redaction`, { reason });
  }

  /** What this person has begun to write there; null when that is nothing. */
  draft(ticket: number): Observable<MessageDraft | null> {
    return this.http.get<KeptDraft | null>(this.draftUrl(ticket)).pipe(map((draft) => draft && asDraft(draft)));
  }

  keepDraft(ticket: number, { recipients, attachments: files, ...draft }: MessageDraft): Observable<unknown> {
    const attachments = files.map(({ id }) => id);
    return this.http.put(this.draftUrl(ticket), { ...draft, attachments, ...(recipients && { recipients }) });
  }

  discardDraft(ticket: number): Observable<unknown> {
    return this.http.delete(this.draftUrl(ticket));
  }

  private draftUrl(ticket: number): string {
    return `${TICKETS_URL}/${ticket}/draft`;
  }
}

/** The number in an `ETag`; 1, the description, where none is told. */
export function stateOf(etag: string | null): number {
  return Number(/"(\d+)"/.exec(etag ?? '')?.[1] ?? 1);
}

function asDraft({ kind, text, recipients, files: attachments, conversation }: KeptDraft): MessageDraft {
  const isAddressed = recipients.to.length + recipients.cc.length > 0;
  return { kind, text, conversation, attachments, recipients: isAddressed ? recipients : null };
}
