import { Injectable } from '@nestjs/common';
import { CategoriesService } from '../categories/categories.service.ts';
import type { Author } from '../common/author.ts';
import { invalidCursor } from '../common/http/keyset-cursor.ts';
import { UsersService } from '../users/users.service.ts';
import { type AskedAssignee, resolveAssignees } from './domain/asked-assignee.ts';
import { carryingCount, countedByItself } from './domain/page-count.ts';
import { countIn, decodeTicketCursor } from './domain/ticket-cursor.ts';
import { type TicketFilter, spellsOutCategories } from './domain/ticket-filter.ts';
import type { AskedTickets, TicketCount, TicketPage, TicketPageRequest } from './domain/ticket-page.ts';
import { type Find, type Found, type Part, pageAfter, pageAround, pageBefore } from './domain/ticket-pages.ts';
import { parseSearch } from './domain/ticket-search.ts';
import type { Ticket } from './domain/ticket.ts';
import { TICKET_ORDERS } from './domain/ticket-sort.ts';
import { TicketListRepository } from './ticket-list.repository.ts';
import { TicketSearches } from './ticket-search.service.ts';
import type { TicketQuery, TicketSlice } from './ticket-slice.sql.ts';
import { TicketRepository } from './ticket.repository.ts';

const UNCOUNTED: TicketCount = { count: 0, countExact: false };

/** Lists tickets, newest first or in another order. */
@Injectable()
export class TicketListService {
  constructor(
    private readonly list: TicketListRepository,
    private readonly searches: TicketSearches,
    private readonly categories: CategoriesService,
    private readonly tickets: TicketRepository,
    private readonly users: UsersService,
  ) {}

  /**
   * @throws ValidationFailed for an unknown category or a cursor that is none.
   * @throws TooManyRequests when the caller has too many searches waiting.
   */
  async page(request: TicketPageRequest, caller: Author, gone: AbortSignal): Promise<TicketPage> {
    // A search may take long, and is not begun in vain.
    const { search, category = [] } = request;
    if (search !== undefined && category.length > 0) await this.categories.keysIncluding(category);
    const page = await this.unprovenPage(request, caller, gone);
    // Of what a ticket of the page has there is no doubt.
    const unseen = category.filter((key) => page.tickets.every((ticket) => ticket.category !== key));
    if (search === undefined && unseen.length > 0) await this.categories.keysIncluding(unseen);
    return page;
  }

  /** The same of categories that may be unknown. */
  private async unprovenPage(request: TicketPageRequest, caller: Author, gone: AbortSignal): Promise<TicketPage> {
    const { sort, limit, cursor, around } = request;
    const from = cursor === undefined ? null : countIn(cursor);
    const start = from && decodeTicketCursor(sort, from.cursor);
    const known = from?.count ?? null;
    const uncounted = known !== null || request.count === 'false';
    const query = { ...(await this.unproven(request, caller)), order: TICKET_ORDERS[sort] };
    const meant = await this.meant(query);
    const find: Find = async (part) => {
      const counted = uncounted ? { ...part, uncounted } : part;
      const found = await this.find({ ...query, ...part }, counted, caller, gone);
      return meant ? { ...found, count: found.count + 1 } : found;
    };
    const size = { sort, limit, meant };
    const told = (page: TicketPage): TicketPage => {
      if (uncounted && !known) return countedByItself(page);
      return query.search ? carryingCount(page, known ?? page) : page;
    };
    const ticket = around === undefined ? null : await this.tickets.find(around);
    if (ticket) return told(await pageAround(find, { ...size, ticket }));
    if (!start) return told(await pageAfter(find, { ...size, after: null }));
    const { position, backward, afterMeant } = start;
    const page = backward
      ? await pageBefore(find, { ...size, before: position })
      : await pageAfter(find, { ...size, after: afterMeant ? meant && 'meant' : position });
    // Behind a ticket of this desk there may be none any more; behind one that never was, there is no page.
    if (page.tickets.length === 0 && !(await this.list.hasNumbered(position.id))) throw invalidCursor();
    return told(page);
  }

  /**
   * Reads what a list is asked for in the way the database is asked.
   *
   * @throws ValidationFailed for an unknown category.
   */
  async queryFor(asked: AskedTickets, caller: Author): Promise<TicketQuery> {
    if (asked.category) await this.categories.keysIncluding(asked.category);
    return this.unproven(asked, caller);
  }

  private async unproven(asked: AskedTickets, caller: Author): Promise<TicketQuery> {
    const { id, status, category, priority, assignee, search } = asked;
    // What is only filled in is nothing to find a ticket by.
    const triage = asked.triage ?? (category || priority ? 'sorted' : undefined);
    const filter: TicketFilter = {
      ...(id && { id }),
      ...(status && { status }),
      ...(category && { category }),
      ...(priority && { priority }),
      ...(assignee && { assignee: await this.assignees(assignee, caller) }),
      ...(triage && { triage }),
    };
    const categories = spellsOutCategories(filter) ? await this.categories.keysIncluding([]) : [];
    return { filter, categories, search: search === undefined ? null : parseSearch(search) };
  }

  private async assignees(asked: readonly AskedAssignee[], caller: Author): Promise<(number | null)[]> {
    return resolveAssignees(asked, caller, asked.includes('inactive') ? await this.users.inactiveIds() : []);
  }

  /** The ticket that somebody means who searches for its number as a word; it comes before those that have the word. */
  async meant(query: Omit<TicketSlice, 'after' | 'limit'>): Promise<Ticket | null> {
    const { search } = query;
    if (!search || !('terms' in search) || search.number === null) return null;
    const [ticket] = await this.list.page({ ...query, after: null, limit: 1 }, search.number);
    return ticket ?? null;
  }

  private async find(slice: TicketSlice, { uncounted }: Part, caller: Author, gone: AbortSignal): Promise<Found> {
    const { search } = slice;
    if (search && 'terms' in search) {
      if (!uncounted) return this.searches.find(slice, search, caller, gone);
      return { ...(await this.searches.part(slice, search, caller, gone)), ...UNCOUNTED };
    }
    const number = search?.id ?? null;
    const found = uncounted
      ? { tickets: await this.list.page(slice, number), ...UNCOUNTED }
      : await this.list.countedPage(slice, number);
    return { ...found, goesOnAfter: null };
  }
}
