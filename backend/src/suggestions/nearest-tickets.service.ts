import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/problems/domain-error.ts';
import type { SuggestionSource } from './domain/suggestion-source.ts';
import { NearestTicketsRepository, type Unsought } from './nearest-tickets.repository.ts';

/** The part of the ledger that tells which confirmed tickets were nearest to the one that was judged. */
@Injectable()
export class NearestTickets {
  constructor(private readonly nearest: NearestTicketsRepository) {}

  /** Suggestions of a source for written tickets, the newest first, whose nearest tickets nobody has looked for yet. */
  unsought(source: SuggestionSource, limit: number): Promise<Unsought[]> {
    return this.nearest.unsought(source, limit);
  }

  /** @param tickets their numbers, the nearest first. */
  keep(suggestionId: string, tickets: readonly number[]): Promise<void> {
    return this.nearest.keep(suggestionId, tickets);
  }

  /**
   * The numbers of the tickets, the nearest first; null where nobody has looked for any.
   *
   * @throws DomainError `suggestion_not_found`
   */
  async of(suggestionId: string): Promise<number[] | null> {
    const found = await this.nearest.of(suggestionId);
    if (found === undefined) throw new DomainError('suggestion_not_found', 'The desk has never made this suggestion.');
    return found;
  }
}
