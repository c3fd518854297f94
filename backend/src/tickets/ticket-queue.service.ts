import { Injectable } from '@nestjs/common';
import { CategoriesService } from '../categories/categories.service.ts';
import { decodeCursor } from '../common/http/keyset-cursor.ts';
import type { TicketPage, TicketPageRequest } from './domain/ticket-page.ts';
import { parseSearch } from './domain/ticket-search.ts';
import { TicketListRepository } from './ticket-list.repository.ts';

/** Lists tickets newest first. */
@Injectable()
export class TicketQueueService {
  constructor(
    private readonly list: TicketListRepository,
    private readonly categories: CategoriesService,
  ) {}

  /** @throws ValidationFailed for an unknown category or a cursor that is none. */
  async page({ status, category, priority, search, limit, cursor }: TicketPageRequest): Promise<TicketPage> {
    const filter = { ...(status && { status }), ...(category && { category }), ...(priority && { priority }) };
    const after = cursor === undefined ? null : decodeCursor(cursor);
    const categories = await this.categories.keysIncluding(category ?? []);
    const query = { filter, categories, search: search === undefined ? null : parseSearch(search) };
    const [tickets, total] = await Promise.all([
      this.list.page({ ...query, after, limit: limit + 1 }),
      this.list.count(query),
    ]);
    const shown = tickets.slice(0, limit);
    const last = tickets.length > limit ? shown.at(-1) : undefined;
    return { tickets: shown, ...total, next: last ?? null };
  }
}
