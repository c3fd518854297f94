import { Injectable, inject } from '@angular/core';
import { TicketsApi } from '../../api/tickets-api';
import { PagedList } from '../../kit/list/paged-list';
import { FilterAddress } from '../filter/filter-address';

/** What the API lists under the filter in the address, page by page. Provided by the list's page. */
@Injectable()
export class TicketPages {
  readonly list = new PagedList(inject(TicketsApi).pages, inject(FilterAddress).settled, 'tickets');
}
