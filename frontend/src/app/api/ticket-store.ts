import { DestroyRef, Injectable, effect, inject, signal, untracked } from '@angular/core';
import { type Observable, Subject } from 'rxjs';
import type { Ticket } from './model';

/**
 * What there is to tell of a ticket: it was written, created or changed, and is now so; it was read and is so; or it is
 * gone, deleted by somebody.
 */
export type TicketNews =
  { readonly kind: 'written' | 'read'; readonly ticket: Ticket } | { readonly kind: 'gone'; readonly id: number };

/** What a read of the API tells. */
export function asRead(ticket: Ticket): TicketNews {
  return { kind: 'read', ticket };
}

/** So many tickets are remembered that nobody watches. */
export const REMEMBERED = 500;

/** The newest state that was told. */
interface Known {
  readonly version: number;
  /** Null once it is gone. */
  readonly ticket: Ticket | null;
}

interface Watched {
  watchers: number;
  known: Known | undefined;
}

/**
 * What this browser knows of single tickets, whoever learned it: the newest version wins. Every read and write of the
 * API is told here, and whatever else tells of tickets may do the same; lists, figures and open tickets follow.
 * Watched tickets stay; of the others those told longest ago are forgotten beyond `REMEMBERED`.
 */
@Injectable({ providedIn: 'root' })
export class TicketStore {
  private readonly watched = new Map<number, Watched>();
  /** Those that nobody watches, the one told longest ago first. */
  private readonly others = new Map<number, Known>();
  private readonly stream = new Subject<TicketNews>();
  private readonly manyStream = new Subject<void>();
  private readonly revision = signal(0);
  private readonly counter = signal(0);

  /** What is really new: writes, deletions, and reads that show what somebody else has written since. */
  readonly news: Observable<TicketNews> = this.stream.asObservable();
  /** Many tickets were written or deleted at once and nobody says which: what is on screen is to be read again. */
  readonly many: Observable<void> = this.manyStream.asObservable();
  /** How many `news` there were, `many` among them: read it where something must run again after each. */
  readonly count = this.counter.asReadonly();

  tell(...told: readonly TicketNews[]): void {
    untracked(() => {
      const news = told.filter((one) => this.learn(one));
      this.revision.update((revision) => revision + 1);
      this.counter.update((count) => count + news.length);
      for (const one of news) this.stream.next(one);
    });
  }

  tellMany(): void {
    untracked(() => {
      this.counter.update((count) => count + 1);
      this.manyStream.next();
    });
  }

  /** Undefined for a ticket that is not known, or gone. Reads a signal. */
  get(id: number): Ticket | undefined {
    return this.known(id)?.ticket ?? undefined;
  }

  /** The newest state known of a ticket. Reads a signal. */
  newest(ticket: Ticket): Ticket {
    const known = this.get(ticket.id);
    return known && known.version > ticket.version ? known : ticket;
  }

  /** Whether a ticket that was known has been deleted since. Reads a signal. */
  isGone(id: number): boolean {
    return this.known(id)?.ticket === null;
  }

  /** Whether somebody shows this ticket. */
  isWatched(id: number): boolean {
    return this.watched.has(id);
  }

  /** The numbers of those among these of which a newer state is known. Reads a signal. */
  outdated(tickets: readonly Ticket[]): readonly number[] {
    this.revision();
    // A long list asks after every page, and most of the time it is none.
    const older = tickets.filter(({ id, version }) => (this.peek(id)?.version ?? 0) > version);
    return older.map(({ id }) => id);
  }

  /** Keeps the tickets with these numbers in memory, while the caller lives. Call it in an injection context. */
  watch(ids: () => Iterable<number>): void {
    let held: ReadonlySet<number> = new Set();
    const hold = (next: ReadonlySet<number>) => {
      for (const id of next) if (!held.has(id)) this.hold(id);
      for (const id of held) if (!next.has(id)) this.letGo(id);
      held = next;
    };
    effect(() => hold(new Set(ids())));
    inject(DestroyRef).onDestroy(() => hold(new Set()));
  }

  /** Learns what is newer than what is known; true when it is news to those who listen. */
  private learn(one: TicketNews): boolean {
    const known = this.peek(one.kind === 'gone' ? one.id : one.ticket.id);
    if (one.kind === 'gone') {
      if (known?.ticket) this.remember(one.id, { ...known, ticket: null });
      return known?.ticket !== null;
    }
    const { ticket } = one;
    const newer = known === undefined || ticket.version > known.version;
    // The same version again is as good, unless the ticket was deleted in it.
    if (newer || (ticket.version === known.version && known.ticket))
      this.remember(ticket.id, { version: ticket.version, ticket });
    return newer && (one.kind === 'written' || known !== undefined);
  }

  private remember(id: number, known: Known): void {
    const watched = this.watched.get(id);
    if (watched) watched.known = known;
    else this.rememberUnwatched(id, known);
  }

  private rememberUnwatched(id: number, known: Known): void {
    this.others.delete(id);
    this.others.set(id, known);
    if (this.others.size <= REMEMBERED) return;
    for (const [oldest] of this.others) {
      this.others.delete(oldest);
      return;
    }
  }

  private known(id: number): Known | undefined {
    this.revision();
    return this.peek(id);
  }

  private peek(id: number): Known | undefined {
    return this.watched.get(id)?.known ?? this.others.get(id);
  }

  private hold(id: number): void {
    const watched = this.watched.get(id) ?? { watchers: 0, known: this.others.get(id) };
    watched.watchers += 1;
    this.watched.set(id, watched);
    this.others.delete(id);
  }

  private letGo(id: number): void {
    const watched = this.watched.get(id);
    if (!watched || --watched.watchers > 0) return;
    this.watched.delete(id);
    if (watched.known) this.rememberUnwatched(id, watched.known);
  }
}
