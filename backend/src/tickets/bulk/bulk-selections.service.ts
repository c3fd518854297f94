import { Injectable } from '@nestjs/common';
import type { Author } from '../../common/author.ts';
import { SearchTurns } from '../search-turns.service.ts';
import { TicketListService } from '../ticket-list.service.ts';
import { BulkSelectionRepository, type SelectedTickets } from './bulk-selection.repository.ts';
import type { BulkSelection } from './domain/bulk-run.ts';

/** What is ordered is carried through, and what a request asks for itself it waits for. */
const NOBODY_LEAVES = new AbortController().signal;

/** Knows which tickets people mean. */
@Injectable()
export class BulkSelections {
  constructor(
    private readonly list: TicketListService,
    private readonly selections: BulkSelectionRepository,
    private readonly turns: SearchTurns,
  ) {}

  /** @throws ValidationFailed for an unknown category. */
  async read(selection: BulkSelection, actor: Author): Promise<SelectedTickets> {
    if ('ids' in selection) return { ids: selection.ids };
    return { query: await this.list.queryFor(selection.filter, actor) };
  }

  ofCategory(category: string): SelectedTickets {
    return { query: { filter: { category: [category] }, categories: [], search: null } };
  }

  /**
   * Does what goes through a selection. One by a search reads every text in question, however long that takes, so it
   * waits for a turn like the searches of the list, and leaves the connections alone that they leave.
   *
   * @throws TooManyRequests when the person has too many searches waiting.
   */
  inTurn<T>(selected: SelectedTickets, actor: Author, work: () => Promise<T>, gone = NOBODY_LEAVES): Promise<T> {
    const isSearch = 'query' in selected && selected.query.search !== null;
    return isSearch ? this.turns.take(actor, gone, work) : work();
  }

  /** How many tickets there are at this moment, exactly; counting ends when `gone` fires. */
  count(selected: SelectedTickets, gone = NOBODY_LEAVES): Promise<number> {
    return this.selections.count(selected, gone);
  }
}
