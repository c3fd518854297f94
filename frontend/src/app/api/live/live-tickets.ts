import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';
import { type Observable, catchError, concatMap, defer, from, map, of, toArray } from 'rxjs';
import { TicketStore } from '../ticket-store';
import { TicketsApi } from '../tickets-api';
import { Live } from './live';
import { type LiveTicket, isHousekeeping } from './live-event';

/** A change waits so long for others, and for the answer to the call that made it, if that was made here. */
export const GATHER_MS = 400;
/** Between two readings lies at least this. */
export const EVERY_MS = 1_000;
/** So many tickets the API can be asked about at once. */
const AT_ONCE = 100;
/** More than this many that wait, and what is shown is read again as a whole. */
const TOO_MANY = 500;

/**
 * Reads tickets again that others have changed, if somebody watches them, and tells of all that this browser did not know
 * already. Bursts are gathered; while nobody looks they wait.
 */
@Injectable({ providedIn: 'root' })
export class LiveTickets {
  private readonly api = inject(TicketsApi);
  private readonly document = inject(DOCUMENT);
  private readonly live = inject(Live);
  private readonly store = inject(TicketStore);

  private waiting = new Map<number, LiveTicket>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private reading = false;
  private readAt = -EVERY_MS;

  constructor() {
    const look = () => this.schedule();
    this.document.addEventListener('visibilitychange', look);
    inject(DestroyRef).onDestroy(() => {
      this.document.removeEventListener('visibilitychange', look);
      clearTimeout(this.timer);
    });
  }

  hear(change: LiveTicket): void {
    const before = this.waiting.get(change.id);
    const fields = [...new Set([...(before?.fields ?? []), ...change.fields])];
    const kind = before?.kind === 'ticket.created' && change.kind === 'ticket.changed' ? before.kind : change.kind;
    const who = before && isHousekeeping(change) ? { by: before.by, contact: before.contact ?? null } : {};
    this.waiting.set(change.id, { ...change, ...who, kind, fields });
    if (this.waiting.size > TOO_MANY) this.giveUp();
    else this.schedule();
  }

  /** What waits will be read with all the rest. */
  forget(): void {
    this.waiting.clear();
  }

  private giveUp(): void {
    this.forget();
    if (this.document.visibilityState === 'visible') this.live.tellMissed('all');
  }

  private schedule(): void {
    if (this.timer !== undefined || this.reading || this.waiting.size === 0) return;
    if (this.document.visibilityState === 'hidden') return;
    const wait = Math.max(GATHER_MS, this.readAt + EVERY_MS - Date.now());
    this.timer = setTimeout(() => this.read(), wait);
  }

  private read(): void {
    this.timer = undefined;
    this.readAt = Date.now();
    const changes = [...this.waiting.values()].filter((change) => this.isNews(change));
    this.waiting.clear();
    if (changes.length === 0) return;
    this.reading = true;
    this.readAgain(changes).subscribe((told) => {
      this.reading = false;
      this.live.tellChanges(told);
      const gone = told.filter(({ kind }) => kind === 'ticket.deleted');
      this.store.tell(...gone.map(({ id }) => ({ kind: 'gone' as const, id })));
      this.schedule();
    });
  }

  private isNews({ id, version, kind }: LiveTicket): boolean {
    if (kind === 'ticket.deleted') return !this.store.isGone(id);
    return (this.store.get(id)?.version ?? 0) < version;
  }

  /** Gives the changes back; those whose tickets are not there any more, as deletions. */
  private readAgain(changes: readonly LiveTicket[]): Observable<readonly LiveTicket[]> {
    const watched = changes.filter(({ id, kind }) => kind !== 'ticket.deleted' && this.store.isWatched(id));
    const ids = watched.map(({ id }) => id);
    return from(chunks(ids, AT_ONCE)).pipe(
      concatMap((some) => defer(() => this.api.among(some, {}))),
      toArray(),
      map((answers) => {
        const found = new Set(answers.flat().map(({ id }) => id));
        return changes.map((change) =>
          ids.includes(change.id) && !found.has(change.id) ? { ...change, kind: 'ticket.deleted' as const } : change,
        );
      }),
      // What could not be read is read when the desk is back.
      catchError(() => of(changes)),
    );
  }
}

function chunks(ids: readonly number[], size: number): number[][] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, at) => ids.slice(at * size, (at + 1) * size));
}
