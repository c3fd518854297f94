import { Injectable } from '@nestjs/common';
import { CategoriesService } from '../categories/categories.service.ts';
import type { Author } from '../common/author.ts';
import { resolveAssignees } from './domain/asked-assignee.ts';
import { decodeTicketCursor, encodeTicketCursor } from './domain/ticket-cursor.ts';
import type { TicketFilter } from './domain/ticket-filter.ts';
import type { AskedTickets, TicketPage, TicketPageRequest } from './domain/ticket-page.ts';
import { parseSearch } from './domain/ticket-search.ts';
import { TICKET_ORDERS } from './domain/ticket-sort.ts';
import type { TicketQuery } from './ticket-list.sql.ts';
import { TicketListRepository } from './ticket-list.repository.ts';

/** Lists tickets, newest first or in another order. */
@Injectable()
export class TicketListService {
  constructor(
    private readonly list: TicketListRepository,
    private readonly categories: CategoriesService,
  ) {}

  /** @throws ValidationFailed for an unknown category or a cursor that is none. */
  async page(request: TicketPageRequest, caller: Author): Promise<TicketPage> {
    const { sort, limit, cursor } = request;
    const after = cursor === undefined ? null : decodeTicketCursor(sort, cursor);
    const query = await this.queryFor(request, caller);
    const [tickets, total] = await Promise.all([
      this.list.page({ ...query, order: TICKET_ORDERS[sort], after, limit: limit + 1 }),
      this.list.count(query),
    ]);
    const shown = tickets.slice(0, limit);
    const last = tickets.length > limit ? shown.at(-1) : undefined;
    return { tickets: shown, ...total, next: last ? encodeTicketCursor(sort, last) : null };
  }

  /**
   * Reads what a list is asked for in the way the database is asked.
   *
   * @throws ValidationFailed for an unknown category.
   */
  async queryFor(asked: AskedTickets, caller: Author): Promise<TicketQuery> {
    const { id, status, category, priority, assignee, search } = asked;
    const filter: TicketFilter = {
      ...(id && { id }),
      ...(status && { status }),
      ...(category && { category }),
      ...(priority && { priority }),
      ...(assignee && { assignee: resolveAssignees(assignee, caller) }),
    };
    const categories = await this.categories.keysIncluding(category ?? []);
    return { filter, categories, search: search === undefined ? null : parseSearch(search) };
  }
}
