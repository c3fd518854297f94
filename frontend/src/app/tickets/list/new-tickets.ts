import { Injectable, inject } from '@angular/core';
import { KeyTurns } from '../../core/key-turns';
import { Notifications } from '../../core/notifications';
import { ListedTickets } from './listed-tickets';
import { Newcomers } from './newcomers';
import { ListNews } from './row-news';
import { TicketPages } from './ticket-pages';

/** Shows the tickets that wait to be shown, each where it belongs. Provided by the list's page. */
@Injectable()
export class NewTickets {
  private readonly listed = inject(ListedTickets);
  private readonly newcomers = inject(Newcomers);
  private readonly news = inject(ListNews);
  private readonly notifications = inject(Notifications);
  private readonly pages = inject(TicketPages);
  private readonly turns = inject(KeyTurns);

  /** `then` is called with the first of them, when the list is here; with undefined when none is among what is loaded. */
  show(then: (first: number | undefined) => void): void {
    const ids = this.newcomers.ids();
    if (ids.length === 0) return;
    this.news.await(ids);
    this.pages.reloadFromTop();
    this.turns.after(this.listed.coming, () => {
      const places = ids.flatMap((id) => this.listed.place(id) ?? []);
      const first = places.length > 0 ? this.listed.at(Math.min(...places))?.id : undefined;
      if (first === undefined && !this.listed.pages.error())
        this.notifications.show(
          `The new ${ids.length === 1 ? 'ticket stands' : 'tickets stand'} further down in this order`,
        );
      then(first);
    });
  }
}
