import { Injectable, inject } from '@angular/core';
import type { Surroundings } from '../detail/surroundings';
import { TicketLayout } from '../ticket-layout';
import { ListedTickets } from './listed-tickets';

/** The list around an open ticket. Provided by the list's page. */
@Injectable()
export class ListSurroundings implements Surroundings {
  private readonly layout = inject(TicketLayout);
  private readonly listed = inject(ListedTickets);

  readonly inList = true;
  readonly beside = this.layout.beside;
  readonly wide = this.layout.wide;
  readonly full = this.layout.full;

  neighbour(id: number | undefined, step: number): number | undefined {
    return this.listed.neighbour(id, step);
  }
}
