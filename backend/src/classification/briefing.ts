import type { Judgement } from '../suggestions/domain/suggestion.ts';
import { Mask, type MaskedTicket, type MaskingChoice, textOf } from './masking/mask.ts';
import type { ConfirmedExample, SuggestionRequest } from './suggester.ts';

/** As long as an excerpt may be; what it stands for in the ticket may be longer. */
const LONGEST_REASON = 80;

/** A question as an LLM is asked it: all texts masked, and the way back for what it answers. */
export class Briefing {
  readonly request: SuggestionRequest;
  private readonly ticket: MaskedTicket;

  constructor(asked: SuggestionRequest, examples: readonly ConfirmedExample[], choice: MaskingChoice) {
    const mask = new Mask(choice, [asked.text, ...examples.map(({ text }) => text)]);
    this.ticket = mask.ticket(asked.text);
    this.request = {
      ...asked,
      text: textOf(this.ticket),
      examples: examples.map((example) => ({ ...example, text: textOf(mask.ticket(example.text)) })),
    };
  }

  /** A judgement of the masked text, its reasons as they stand in the ticket. */
  unmasked<Judged extends Judgement>(judgement: Judged): Judged {
    const { category, priority } = judgement.reasons;
    return { ...judgement, reasons: { category: this.originals(category), priority: this.originals(priority) } };
  }

  private originals(reasons: readonly string[]): string[] {
    const { title, description } = this.ticket;
    const found = reasons.flatMap((reason) => title.originalOf(reason) ?? description.originalOf(reason) ?? []);
    return [...new Set(found)].filter((reason) => reason.length <= LONGEST_REASON);
  }
}
