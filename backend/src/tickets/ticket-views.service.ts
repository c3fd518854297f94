import { Injectable } from '@nestjs/common';
import type { Author } from '../common/author.ts';
import type { TicketViewCounts } from './domain/ticket-view.ts';
import { TicketViewsRepository } from './ticket-views.repository.ts';

/** Counts the views of the list. */
@Injectable()
export class TicketViewsService {
  constructor(private readonly views: TicketViewsRepository) {}

  count({ userId }: Author): Promise<TicketViewCounts> {
    return this.views.count(userId ?? 0);
  }
}
