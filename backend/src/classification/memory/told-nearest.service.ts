import { Injectable } from '@nestjs/common';
import { ConfirmedTickets } from '../../learning/confirmed-tickets.service.ts';
import type { ConfirmedTicket } from '../../learning/domain/confirmed-ticket.ts';
import { NearestTickets } from '../../suggestions/nearest-tickets.service.ts';

/** Tells the nearest tickets of a suggestion as they are now. */
@Injectable()
export class ToldNearest {
  constructor(
    private readonly nearest: NearestTickets,
    private readonly confirmed: ConfirmedTickets,
  ) {}

  /**
   * The nearest first; null where nobody has looked for any. Tickets that were deleted since are not among them.
   *
   * @throws DomainError `suggestion_not_found`
   */
  async of(suggestionId: string): Promise<ConfirmedTicket[] | null> {
    const ids = await this.nearest.of(suggestionId);
    return ids && this.confirmed.inOrder(ids);
  }
}
