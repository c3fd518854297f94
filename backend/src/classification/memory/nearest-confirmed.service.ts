import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { SYSTEM } from '../../common/author.ts';
import { ConfirmedTickets } from '../../learning/confirmed-tickets.service.ts';
import type { SimilarTicket } from '../../tickets/similar/domain/similar-ticket.ts';
import { type SimilarRequest, SimilarTickets } from '../../tickets/similar/similar-tickets.service.ts';
import type { ConfirmedExample, SuggestionRequest } from '../suggester.ts';

/** So many examples stand in a prompt, of so many similar tickets that are looked at. */
export const EXAMPLES_MAX = 4;
const LOOKED_AT = 12;
/** Nobody waits for examples longer than for a key to be felt; without them the LLM answers too. */
const PATIENCE_MS = 500;
const BACKGROUND_PATIENCE_MS = 2_000;

/** The tickets of this desk that are most like one, and were sorted by a person: what an LLM is shown as examples. */
@Injectable()
export class NearestConfirmed {
  constructor(
    private readonly similar: SimilarTickets,
    private readonly confirmed: ConfirmedTickets,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(NearestConfirmed.name);
  }

  /**
   * The most similar first, at most four, of categories that are offered; never the ticket that is asked about. None when
   * they are not found in half a second: a failure here is none of the question.
   */
  async of({ text, ticketId, categories }: SuggestionRequest, gone: AbortSignal): Promise<ConfirmedExample[]> {
    const patience = AbortSignal.any([gone, AbortSignal.timeout(PATIENCE_MS)]);
    try {
      const except = ticketId === undefined ? {} : { except: ticketId };
      const found = await this.similar.toText(text, { ...this.asked(patience), ...except });
      return await this.confirmedAmong(found, categories);
    } catch (error) {
      if (!gone.aborted) this.logger.info({ err: error }, 'The LLM is asked without examples');
      return [];
    }
  }

  /**
   * The same for a ticket that is written, and for somebody who has two seconds.
   *
   * @throws TicketNotFound, TooManyRequests and ClientWentAway as the search for similar tickets does.
   */
  async ofTicket(
    id: number,
    categories: SuggestionRequest['categories'],
    gone: AbortSignal,
  ): Promise<ConfirmedExample[]> {
    const patience = AbortSignal.any([gone, AbortSignal.timeout(BACKGROUND_PATIENCE_MS)]);
    return this.confirmedAmong(await this.similar.toTicket(id, this.asked(patience)), categories);
  }

  private asked(gone: AbortSignal): SimilarRequest {
    return { limit: LOOKED_AT, caller: SYSTEM, gone };
  }

  private async confirmedAmong(
    found: readonly SimilarTicket[],
    categories: SuggestionRequest['categories'],
  ): Promise<ConfirmedExample[]> {
    const decided = await this.confirmed.inOrder(found.map(({ ticket }) => ticket.id));
    const offered = new Set(categories.map(({ key }) => key));
    return decided
      .filter(({ category }) => offered.has(category))
      .slice(0, EXAMPLES_MAX)
      .map(({ id, text: words, category, priority }) => ({ id, text: words, category, priority }));
  }
}
