import { Injectable } from '@nestjs/common';
import { type StoredSuggestion, StoredSuggestionRepository } from './stored-suggestion.repository.ts';

/** Suggestions as people got them. */
@Injectable()
export class StoredSuggestions {
  constructor(private readonly suggestions: StoredSuggestionRepository) {}

  /** What stands beside a ticket; null when nothing does. */
  findOf(ticketId: number): Promise<StoredSuggestion | null> {
    return this.suggestions.findOf(ticketId);
  }
}
