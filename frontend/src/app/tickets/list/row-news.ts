import { Injectable, inject, linkedSignal } from '@angular/core';
import { type LiveTicket, isHousekeeping } from '../../api/live/live-event';
import type { Ticket } from '../../api/model';
import { byWhom, changedWords, whoWords } from '../changed-words';
import { TicketNames } from '../ticket-names';
import { TicketPages } from './ticket-pages';

/** What somebody else did to a ticket since the list came. */
export interface RowNews {
  /** "Leo Marchetti took it and started work"; '' for a ticket that is new in the list. */
  readonly words: string;
  /** Who did it, as it follows "by"; '' for a ticket that is new in the list. */
  readonly by: string;
  readonly fields: readonly string[];
  /** When it was told here, in milliseconds: it stands out for a moment. */
  readonly at: number;
}

/** What others did to the tickets of the list, until its next first page. Provided by the list's page. */
@Injectable()
export class ListNews {
  private readonly names = inject(TicketNames);
  private readonly pages = inject(TicketPages);

  private readonly told = linkedSignal<unknown, ReadonlyMap<number, LiveTicket & { readonly heard: number }>>({
    source: this.pages.generation,
    computation: () => new Map(),
  });
  /** Those that came in with the last first page because a person wanted to see them. */
  private readonly arrived = linkedSignal<unknown, { ids: ReadonlySet<number>; at: number }>({
    source: this.pages.generation,
    computation: () => {
      const { awaited } = this;
      this.awaited = new Set();
      return { ids: awaited, at: Date.now() };
    },
  });
  private awaited: ReadonlySet<number> = new Set();

  /** The numbers of the tickets that somebody changed. Reads a signal. */
  heard(): Iterable<number> {
    return this.told().keys();
  }

  /** What the desk itself did to messages is told of nobody. */
  tell(changes: readonly LiveTicket[]): void {
    const heard = Date.now();
    const told = changes.filter((one) => !isHousekeeping(one));
    this.told.update((before) => new Map([...before, ...told.map((one) => [one.id, { ...one, heard }] as const)]));
  }

  /** These will be new in the next first page. */
  await(ids: readonly number[]): void {
    this.awaited = new Set(ids);
  }

  /** Null when nothing is new of it. Reads signals. */
  of(ticket: Ticket): RowNews | null {
    const news = this.told().get(ticket.id);
    if (news) {
      const words = `${whoWords(news, this.names)} ${changedWords(news, ticket, this.names)}`;
      return { words, by: byWhom(news, this.names), fields: news.fields, at: news.heard };
    }
    const { ids, at } = this.arrived();
    return ids.has(ticket.id) ? { words: '', by: '', fields: [], at } : null;
  }

  /** Somebody deleted it; the row stays where it is. Reads a signal. */
  isDeleted(id: number): boolean {
    return this.told().get(id)?.kind === 'ticket.deleted';
  }
}
