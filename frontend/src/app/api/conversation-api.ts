import { HttpClient, type HttpHeaders } from '@angular/common/http';
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

/** What the desk has of a draft: null is none, which has a version too. The version is null where it is not told. */
export interface ReadDraft {
  readonly draft: MessageDraft | null;
  readonly version: number | null;
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

  /** What this person has begun to write there. */
  draft(ticket: number): Observable<ReadDraft> {
    return this.http
      .get<KeptDraft | null>(this.draftUrl(ticket), { observe: 'response' })
      .pipe(map(({ body, headers }) => ({ draft: body && asDraft(body), version: versionIn(headers) })));
  }

  /**
   * Gives the version that it has by now. With the one that it is written `over` it is refused as `stale_version` (412) when the desk
   * has another one.
   */
  keepDraft(ticket: number, draft: MessageDraft, over: number | null): Observable<number | null> {
    const { recipients, attachments: files, sets, ...rest } = draft;
    const body = {
      ...{ ...rest, attachments: files.map(({ id }) => id), ...(recipients && { recipients }) },
      ...(Object.keys(sets).length > 0 && { sets }),
    };
    return this.http
      .put(this.draftUrl(ticket), body, { headers: over === null ? {} : ifMatch(over), observe: 'response' })
      .pipe(map(({ headers }) => versionIn(headers)));
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

function versionIn(headers: HttpHeaders): number | null {
  const etag = headers.get('ETag');
  return etag === null ? null : stateOf(etag);
}

/** A process of the version before says nothing of what the ticket is to get. */
type EarlierDraft = Omit<KeptDraft, 'sets'> & Partial<Pick<KeptDraft, 'sets'>>;

function asDraft({ kind, text, recipients, files: attachments, sets, conversation }: EarlierDraft): MessageDraft {
  return { kind, text, conversation, attachments, sets: sets ?? {}, recipients };
}
