import { Injectable, inject } from '@angular/core';
import { map } from 'rxjs';
import type { Suggestion } from '../../api/model';
import { TicketsApi } from '../../api/tickets-api';
import { readAhead } from './read-ahead';

/** What the desk said of a ticket; `waiting` while it is being asked for, null where it has said nothing. */
export type Said = Suggestion | null | 'waiting';

/** The suggestions of the ticket at hand and of those that come next. Provided by the page. */
@Injectable()
export class TriageSuggestions {
  private readonly api = inject(TicketsApi);
  // Without it the person chooses unaided.
  private readonly known = readAhead((id) => this.api.fetch(id).pipe(map(({ suggestion }) => suggestion)));

  /** Reads a signal. */
  of(id: number): Said {
    const said = this.known().get(id);
    return said === undefined ? 'waiting' : said;
  }
}
