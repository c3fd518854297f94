import { Injectable } from '@nestjs/common';
import { SuggestionShowing } from '../learning/suggestion-showing.service.ts';
import type { SuggestionSource } from '../suggestions/domain/suggestion-source.ts';
import type { TicketText } from '../vocabulary/ticket-text.ts';
import { ClassificationService } from './classification.service.ts';
import type { Answer } from './domain/answer.ts';

/** What was answered to a trial. */
export interface Trial {
  readonly answer: Answer;
  /** Whether the desk has enough tickets of its own to speak of percentages. */
  readonly measured: boolean;
}

/** Lets an admin try suggestions. Nothing is stored. */
@Injectable()
export class SuggestionTrials {
  constructor(
    private readonly classification: ClassificationService,
    private readonly showing: SuggestionShowing,
  ) {}

  /**
   * @param by whom to ask; null asks as new tickets do.
   * @throws ValidationFailed when this desk has no such source.
   */
  async ask(text: TicketText, by: SuggestionSource | null, gone: AbortSignal): Promise<Trial> {
    const answer = await (by === null
      ? this.classification.tryOut(text, gone)
      : this.classification.tryOne(by, text, gone));
    const { measured } = await this.showing.of(answer, '');
    return { answer, measured };
  }
}
