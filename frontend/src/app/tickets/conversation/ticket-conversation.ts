import { Injectable, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { EMPTY, type Observable, Subject, catchError, filter, merge, of, switchMap, tap } from 'rxjs';
import { Connection } from '../../api/connection';
import { ConversationApi, type ReadConversation } from '../../api/conversation-api';
import type { ConversationEntry } from '../../api/conversation-model';
import { Live } from '../../api/live/live';
import { isOfTicket } from '../../api/live/live-event';
import type { TicketEvent } from '../../api/model';
import { type ProblemError, problemOf } from '../../api/problem-error';
import { type TicketNews, TicketStore } from '../../api/ticket-store';

/** Of so many other tickets the end is remembered. */
const REMEMBERED = 20;

/** What was read of a conversation. */
interface Known {
  /** Oldest first, without gaps. */
  readonly entries: readonly ConversationEntry[];
  /** Where those before the first are; null when it is the beginning. */
  readonly cursor: string | null;
  /** The number of the newest public message. */
  readonly state: number;
}

const NOTHING: Known = { entries: [], cursor: null, state: 1 };

/**
 * What was said in the open ticket and what happened to it, read from its end. What is new is read at once. Provided by its
 * page.
 */
@Injectable()
export class TicketConversation {
  private readonly api = inject(ConversationApi);
  private readonly asked = new Subject<{ readonly id: number; readonly older: boolean }>();
  private readonly known = signal<Known>(NOTHING);
  private readonly reading = signal<'newest' | 'older' | null>('newest');
  private readonly failure = signal<ProblemError | null>(null);

  /** Ends of tickets that were open, or may be next; the one told longest ago first. */
  private readonly ends = new Map<number, Known>();
  private id: number | undefined;

  /** Oldest first. */
  readonly entries = computed(() => this.known().entries);
  /** What happened, as far as it was read, oldest first. */
  readonly events = computed(() => eventsOf(this.entries()));
  /** The number of the newest public message: what an answer is written against. */
  readonly state = computed(() => this.known().state);
  readonly loading = computed(() => this.reading() === 'newest');
  /** Why the last entries did not come. */
  readonly problem = this.failure.asReadonly();
  /** Earlier entries are there that have not been read. */
  readonly more = computed(() => this.known().cursor !== null);

  constructor() {
    this.asked
      .pipe(
        switchMap(({ id, older }) => this.read(id, older)),
        takeUntilDestroyed(),
      )
      .subscribe();
    const written = inject(TicketStore).news.pipe(filter((news) => this.concerns(news)));
    // Words that were removed for good are not remembered here either.
    inject(Live)
      .events.pipe(
        filter(isOfTicket),
        filter(({ fields }) => fields.includes('redaction')),
        takeUntilDestroyed(),
      )
      .subscribe(({ id }) => this.forget(id));
    // Who answers wants to know at once: the ticket itself is read a little later.
    const told = inject(Live).events.pipe(
      filter((event) => isOfTicket(event) && event.fields.includes('messages') && this.isAhead(event)),
    );
    const back = inject(Connection).back.pipe(filter(() => this.failure()?.outOfReach ?? false));
    merge(written, told, back)
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.readOn());
  }

  /** What is remembered shows at once; it is read all the same. */
  open(id: number): void {
    if (id === this.id) return;
    this.id = id;
    this.known.set(this.ends.get(id) ?? NOTHING);
    this.readOn();
  }

  /** The end, as it is now. */
  readOn(): void {
    if (this.id !== undefined) this.asked.next({ id: this.id, older: false });
  }

  /** What was before the first that is known. */
  readOlder(): void {
    if (this.id !== undefined && this.more()) this.asked.next({ id: this.id, older: true });
  }

  /** A message that was written here just now; what came before it and is not known yet is read with the next. */
  learn(id: number, entry: ConversationEntry): void {
    if (id !== this.id) return;
    this.known.update((known) => {
      const last = known.entries.at(-1)?.number ?? 0;
      if (entry.number !== last + 1) return known;
      const state = entry.kind === 'reply' ? entry.number : known.state;
      return { ...known, entries: [...known.entries, entry], state };
    });
  }

  /** Reads the end of a ticket that may be opened next. When that fails nobody is told. */
  readAhead(id: number): Observable<unknown> {
    if (this.ends.has(id)) return EMPTY;
    return this.api.timeline(id).pipe(
      tap((page) => this.remember(id, fromPage(page))),
      catchError(() => EMPTY),
    );
  }

  /** What is read while the end is being read, is read together with it: the page has just been opened. */
  private concerns(news: TicketNews): boolean {
    return news.kind !== 'gone' && this.isAhead(news.ticket) && (news.kind === 'written' || !this.loading());
  }

  /** The open ticket has a version that is not known to be told here: an entry has the number of the version that it made. */
  private isAhead({ id, version }: { readonly id: number; readonly version: number }): boolean {
    return id === this.id && version > (this.entries().at(-1)?.number ?? 0);
  }

  /** Words of it were removed for good: what is remembered of them goes, and it is read again. */
  forget(id: number): void {
    this.ends.delete(id);
    if (id !== this.id) return;
    this.known.set(NOTHING);
    this.readOn();
  }

  private read(id: number, older: boolean) {
    this.reading.set(older ? 'older' : 'newest');
    this.failure.set(null);
    return this.api.timeline(id, older ? (this.known().cursor ?? undefined) : undefined).pipe(
      tap((page) => (older ? this.learnOlder(page) : this.learnNewest(id, page))),
      catchError((error: unknown) => {
        this.failure.set(problemOf(error));
        return of(null);
      }),
      tap({ complete: () => this.reading.set(null) }),
    );
  }

  private learnNewest(id: number, page: ReadConversation): void {
    const end = fromPage(page);
    this.remember(id, end);
    const first = end.entries[0]?.number ?? 0;
    this.known.update(({ entries, cursor }) => {
      const before = entries.filter(({ number }) => number < first);
      // So much has happened that something in between is not known: what was before is read again when it is wanted.
      if (before.at(-1)?.number !== first - 1) return end;
      return { entries: [...before, ...end.entries], cursor, state: end.state };
    });
  }

  private learnOlder(page: ReadConversation): void {
    const { entries, cursor } = fromPage(page);
    this.known.update((known) => ({ ...known, entries: [...entries, ...known.entries], cursor }));
  }

  private remember(id: number, end: Known): void {
    this.ends.delete(id);
    this.ends.set(id, end);
    const [oldest] = this.ends.keys();
    if (oldest !== undefined && this.ends.size > REMEMBERED) this.ends.delete(oldest);
  }
}

function fromPage({ results, next_cursor, state }: ReadConversation): Known {
  return { entries: results.toReversed(), cursor: next_cursor, state };
}

/** What happened besides what was said. */
export function eventsOf(entries: readonly ConversationEntry[]): TicketEvent[] {
  return entries.flatMap(({ kind, event }) => (event && (kind === 'event' || kind === 'description') ? event : []));
}
