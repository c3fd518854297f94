import { Injectable } from '@nestjs/common';
import type { Author } from '../../common/author.ts';
import { TicketListService } from '../ticket-list.service.ts';
import { BulkSelectionRepository, type SelectedTickets } from './bulk-selection.repository.ts';
import type { BulkSelection } from './domain/bulk-run.ts';

/** Knows which tickets people mean. */
@Injectable()
export class BulkSelections {
  constructor(
    private readonly queue: TicketListService,
    private readonly selections: BulkSelectionRepository,
  ) {}

  /** @throws ValidationFailed for an unknown category. */
  async read(selection: BulkSelection, actor: Author): Promise<SelectedTickets> {
    if ('ids' in selection) return { ids: selection.ids };
    return { query: await this.queue.queryFor(selection.filter, actor) };
  }

  ofCategory(category: string): SelectedTickets {
    return { query: { filter: { category: [category] }, categories: [], search: null } };
  }

  /** How many tickets there are at this moment, exactly. */
  count(selected: SelectedTickets): Promise<number> {
    return this.selections.count(selected);
  }
}
