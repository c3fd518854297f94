import { Injectable } from '@nestjs/common';
import { DeskSettings } from '../suggestions/desk-settings.service.ts';
import { type ShownSuggestion, shownSuggestion } from '../suggestions/domain/shown-suggestion.ts';
import { judges } from '../suggestions/domain/suggestion-source.ts';
import type { Suggestion } from '../suggestions/domain/suggestion.ts';
import { StoredSuggestions } from '../suggestions/stored-suggestions.service.ts';
import type { TicketText } from '../vocabulary/ticket-text.ts';
import { ActiveModel } from './active-model.service.ts';
import { TrackRecords } from './track-records.service.ts';

/** Knows what people get to see of a suggestion. */
@Injectable()
export class SuggestionShowing {
  constructor(
    private readonly settings: DeskSettings,
    private readonly records: TrackRecords,
    private readonly stored: StoredSuggestions,
    private readonly models: ActiveModel,
  ) {}

  /** Draws whether this suggestion is one of the share that the desk keeps from sight; of no suggestion there is none. */
  async hides({ source, verdicts }: Suggestion): Promise<boolean> {
    if (!judges(source) || verdicts.category.abstained) return false;
    const { hiddenShare } = await this.settings.current();
    return Math.random() < hiddenShare;
  }

  /** What stands beside a ticket, with the record behind it; null when nothing does. */
  async beside(ticket: TicketText & { readonly id: number }): Promise<ShownSuggestion | null> {
    const suggestion = await this.stored.findOf(ticket.id);
    if (!suggestion) return null;
    return { ...suggestion, ...this.sampled(suggestion, ticket), ...(await this.records.behind(suggestion)) };
  }

  /** A suggestion in full, with the record behind it, under its id in the ledger. */
  async of(suggestion: Suggestion, id: string): Promise<ShownSuggestion> {
    const { source, confidence, verdicts } = suggestion;
    const options = { category: verdicts.category.options, priority: verdicts.priority.options };
    const { abstained } = verdicts.category;
    return shownSuggestion(suggestion, id, await this.records.behind({ source, confidence, options, abstained }));
  }

  /** The ledger keeps no words of a text that nobody else wrote: they are found again, by the model that answers now. */
  private sampled(
    { abstained, knownWords }: Pick<ShownSuggestion, 'abstained' | 'knownWords'>,
    text: TicketText,
  ): Partial<Pick<ShownSuggestion, 'knownWords'>> {
    if (abstained !== 'unknown_words' || !knownWords || !this.models.isLoaded) return {};
    return { knownWords: { ...knownWords, ...this.models.current().sampleOf(text) } };
  }
}
