import { type HttpResourceRef } from '@angular/common/http';
import { type Observable } from 'rxjs';
import type { Ticket, TicketQuery } from '../../api/model';
import type { Page, PageQuery, PageSource } from '../../api/page';

/** The pages of the API, with those of a search uncounted: counting takes longer than finding, and rows come first. */
export class RowsFirst implements PageSource<Ticket, TicketQuery> {
  constructor(private readonly pages: PageSource<Ticket, TicketQuery>) {}

  page(query: () => (TicketQuery & PageQuery) | undefined): HttpResourceRef<Page<Ticket> | undefined> {
    return this.pages.page(() => {
      const wanted = query();
      return wanted && uncounted(wanted);
    });
  }

  fetchPage(query: TicketQuery & PageQuery): Observable<Page<Ticket>> {
    return this.pages.fetchPage(uncounted(query));
  }
}

function uncounted(query: TicketQuery & PageQuery): TicketQuery & PageQuery & { count?: 'false' } {
  return query.search ? { ...query, count: 'false' } : query;
}
