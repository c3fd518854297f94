import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { CategoriesService } from '../../categories/categories.service.ts';
import type { Category } from '../../categories/category.ts';
import { JobHandlers } from '../../jobs/job-handlers.ts';
import { defineJob } from '../../jobs/job.ts';
import { NearestTickets } from '../../suggestions/nearest-tickets.service.ts';
import { NearestConfirmed } from './nearest-confirmed.service.ts';

/** Looks every minute which tickets were nearest to those that the desk's own model has just judged. */
export const NEAREST_TICKETS = defineJob('nearest-tickets', { retryLimit: 0, cron: '* * * * *', expireInSeconds: 120 });

/** A round is over after so many tickets or so long; what is older than two hours then is left without. */
const AT_MOST = 200;
const ROUND_MS = 20_000;
/** So many searches that fail say that the desk has other things to do. */
const FAILURES = 3;

/**
 * Completes the ledger in the background: nobody waits for the nearest tickets of a suggestion of the desk's own model, which
 * is there in less than a millisecond. What was shown to an LLM stands with its calls.
 */
@Injectable()
export class NearestSearch implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly ledger: NearestTickets,
    private readonly nearest: NearestConfirmed,
    private readonly categories: CategoriesService,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(NearestSearch.name);
  }

  onModuleInit(): void {
    this.handlers.add(NEAREST_TICKETS, ({ signal }) => this.search(signal));
  }

  /** One round: as many as it can, then the rest is left. */
  async search(stop: AbortSignal): Promise<void> {
    const round = AbortSignal.any([stop, AbortSignal.timeout(ROUND_MS)]);
    const categories = await this.categories.active();
    let failures = 0;
    for (const { id, ticketId } of await this.ledger.unsought('local', AT_MOST)) {
      if (round.aborted || failures >= FAILURES) return;
      if (!(await this.searchFor(id, ticketId, categories, round))) failures += 1;
    }
  }

  /** Whether the search came to an end. */
  private async searchFor(
    suggestionId: string,
    ticketId: number,
    categories: readonly Category[],
    round: AbortSignal,
  ): Promise<boolean> {
    try {
      const tickets = await this.nearest.ofTicket(ticketId, categories, round);
      await this.ledger.keep(
        suggestionId,
        tickets.map(({ id }) => id),
      );
      return true;
    } catch (error) {
      if (!round.aborted) this.logger.info({ err: error }, 'The nearest tickets of a suggestion were not found');
      return false;
    }
  }
}
