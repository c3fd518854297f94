import { Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Ticket } from '../../api/model';
import { TicketChanges } from '../../api/ticket-changes';

/** What was learned about single tickets after the list was loaded; the higher version is the newer one. */
@Injectable()
export class LatestTickets {
  private readonly learned = signal<ReadonlyMap<number, Ticket>>(new Map());

  constructor() {
    inject(TicketChanges)
      .stream.pipe(takeUntilDestroyed())
      .subscribe(({ ticket }) => this.learn(ticket));
  }

  learn(ticket: Ticket): void {
    const known = this.learned().get(ticket.id);
    if (known && known.version >= ticket.version) return;
    this.learned.update((all) => new Map(all).set(ticket.id, ticket));
  }

  /** The newest state known of a ticket. */
  of(ticket: Ticket): Ticket {
    const known = this.learned().get(ticket.id);
    return known && known.version > ticket.version ? known : ticket;
  }

  get(id: number): Ticket | undefined {
    return this.learned().get(id);
  }
}
