import { Injectable } from '@nestjs/common';
import { DeskSettings } from '../suggestions/desk-settings.service.ts';
import { type ShownSuggestion, shownSuggestion } from '../suggestions/domain/shown-suggestion.ts';
import { judges } from '../suggestions/domain/suggestion-source.ts';
import type { Suggestion } from '../suggestions/domain/suggestion.ts';
import { StoredSuggestions } from '../suggestions/stored-suggestions.service.ts';
import { TrackRecords } from './track-records.service.ts';

/** Knows what people get to see of a suggestion. */
@Injectable()
export class SuggestionShowing {
  constructor(
    private readonly settings: DeskSettings,
    private readonly records: TrackRecords,
    private readonly stored: StoredSuggestions,
  ) {}

  /** Draws whether this suggestion is one of the share that the desk keeps from sight; of no suggestion there is none. */
  async hides({ source, verdicts }: Suggestion): Promise<boolean> {
    if (!judges(source) || verdicts.category.abstained) return false;
    const { hiddenShare } = await this.settings.current();
    return Math.random() < hiddenShare;
  }

  /** What stands beside a ticket, with the record behind it; null when nothing does. */
  async beside(ticketId: number): Promise<ShownSuggestion | null> {
    const suggestion = await this.stored.findOf(ticketId);
    return suggestion && { ...suggestion, ...(await this.records.behind(suggestion)) };
  }

  /** A suggestion in full, with the record behind it, under its id in the ledger. */
  async of(suggestion: Suggestion, id: string): Promise<ShownSuggestion> {
    const { source, confidence, verdicts } = suggestion;
    const options = { category: verdicts.category.options, priority: verdicts.priority.options };
    return shownSuggestion(suggestion, id, await this.records.behind({ source, confidence, options }));
  }
}
