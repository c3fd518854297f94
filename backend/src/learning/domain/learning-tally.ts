import type { ConfirmedTicket } from './confirmed-ticket.ts';
import type { LearnedFrom } from './model.ts';

/** Keeps count of the tickets that a model learns from, while they pass by. */
export class LearningTally {
  tickets = 0;
  /** Of all titles and descriptions together. */
  characters = 0;
  private corrections = 0;
  private newestDecision: Date | null = null;
  private readonly byCategory = new Map<string, number>();

  count(tickets: readonly ConfirmedTicket[]): void {
    for (const { text, category, isCorrection, decidedAt } of tickets) {
      this.tickets += 1;
      this.characters += text.title.length + text.description.length;
      if (isCorrection) this.corrections += 1;
      this.byCategory.set(category, (this.byCategory.get(category) ?? 0) + 1);
      if (!this.newestDecision || decidedAt > this.newestDecision) this.newestDecision = decidedAt;
    }
  }

  /** What is told of it beside the model. */
  learnedFrom(known: Pick<LearnedFrom, 'last_event' | 'vocabulary' | 'starter_version'>): LearnedFrom {
    return {
      tickets: this.tickets,
      corrections: this.corrections,
      by_category: Object.fromEntries([...this.byCategory].sort(([one], [other]) => (one < other ? -1 : 1))),
      newest_decision: this.newestDecision?.toISOString() ?? null,
      ...known,
    };
  }
}
