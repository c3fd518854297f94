import { Inject, Injectable } from '@nestjs/common';
import { CategoriesService } from '../categories/categories.service.ts';
import { DomainError, ValidationFailed } from '../common/problems/domain-error.ts';
import type { ShownSuggestion } from '../suggestions/domain/shown-suggestion.ts';
import { SuggestionLedger } from '../suggestions/suggestion-ledger.service.ts';
import { isSureEnough } from '../learning/domain/automatic.ts';
import { SuggestionShowing } from '../learning/suggestion-showing.service.ts';
import { type SuggestionSource, judges } from '../suggestions/domain/suggestion-source.ts';
import type { Judgement } from '../suggestions/domain/suggestion.ts';
import type { TicketText } from '../vocabulary/ticket-text.ts';
import { type Answer, type FailedAttempt, answerOf } from './domain/answer.ts';
import { defaultJudgement } from './domain/default-judgement.ts';
import { SuggesterFailure } from './domain/suggester-failure.ts';
import { SuggesterOutcomes } from './suggester-outcomes.service.ts';
import {
  type Proposal,
  SUGGESTER_CHAIN,
  type Suggester,
  type SuggesterChain,
  type SuggestionRequest,
} from './suggester.ts';

/** Asks for suggestions: one suggester after the other, until one answers. */
@Injectable()
export class ClassificationService {
  constructor(
    private readonly categories: CategoriesService,
    @Inject(SUGGESTER_CHAIN) private readonly chain: SuggesterChain,
    private readonly ledger: SuggestionLedger,
    private readonly showing: SuggestionShowing,
    private readonly outcomes: SuggesterOutcomes,
  ) {}

  /**
   * Suggests category and priority for a text, and stores the answer whatever it is. No failure of a suggester is an error
   * here: the next one answers, in the end with the defaults. One that is `hideable` is hidden at times, as the desk is set.
   *
   * @throws DomainError when the client has gone away, which nobody reads; nothing is stored then.
   */
  async suggest(
    text: TicketText,
    gone: AbortSignal,
    { hideable = false }: { readonly hideable?: boolean } = {},
  ): Promise<ShownSuggestion> {
    const categories = await this.categories.active();
    const answer = await this.ask({ text, categories }, gone);
    const hidden = hideable && (await this.showing.hides(answer));
    const id = await this.ledger.record(text, answer, [], { hidden });
    const shown = await this.showing.of(answer, id);
    return hidden ? { ...shown, ...withheld(defaultJudgement(categories)) } : shown;
  }

  /** Asks the same way as `suggest`, and stores no suggestion and hides nothing. What is sent to an LLM is kept all the same. */
  async tryOut({ title, description, id }: AskedText, gone: AbortSignal): Promise<Answer> {
    const categories = await this.categories.active();
    return this.ask({ text: { title, description }, categories, ...(id !== undefined && { ticketId: id }) }, gone);
  }

  /**
   * The same, the desk's own model first, where the desk is set to let it answer; an LLM, where there is one, is asked only when
   * that is not sure of the category.
   */
  async tryOwnFirst({ title, description, id, message }: AskedText, gone: AbortSignal): Promise<Answer> {
    const request = {
      text: { title, description },
      categories: await this.categories.active(),
      ...(id !== undefined && { ticketId: id }),
      ...(message !== undefined && { message }),
    };
    const [all, llm, last] = [this.sourceIn('local'), this.sourceIn('llm'), this.chain.slice(-1)];
    const mayAnswer = await Promise.all(all.map(async (it) => (await it.standsIn?.()) !== false));
    const own = all.filter((_, at) => mayAnswer[at]);
    const answer = own.length > 0 ? await this.ask(request, gone, [...own, ...last]) : null;
    if (answer && (isSure(answer) || llm.length === 0)) return answer;
    return this.ask(request, gone, [...llm, ...last]);
  }

  /**
   * Asks one source alone, whoever would be asked first; stores and hides nothing.
   *
   * @throws ValidationFailed when this desk has no such source.
   */
  async tryOne(source: SuggestionSource, text: TicketText, gone: AbortSignal): Promise<Answer> {
    const asked = this.chain.find((suggester) => suggester.source === source);
    if (!asked) {
      const message = 'By must name one that this desk asks: no LLM is set up.';
      throw new ValidationFailed([{ field: 'by', code: 'unknown_value', message }]);
    }
    const alone = [asked, ...this.chain.slice(-1)];
    return this.ask({ text, categories: await this.categories.active() }, gone, alone);
  }

  private sourceIn(source: SuggestionSource): readonly Suggester[] {
    return this.chain.filter((suggester) => suggester.source === source);
  }

  private async ask(
    request: SuggestionRequest,
    gone: AbortSignal,
    chain: readonly Suggester[] = this.chain,
  ): Promise<Answer> {
    const failed: FailedAttempt[] = [];
    const llmCalls: string[] = [];
    for (const suggester of chain) {
      if (failed.length > 0 && (await suggester.standsIn?.()) === false) continue;
      const startedAt = performance.now();
      const outcome = await this.outcomeOf(suggester, request, gone);
      if (gone.aborted) throw new DomainError('bad_request', 'The client went away before the answer.');
      const latencyMs = Math.round(performance.now() - startedAt);
      llmCalls.push(...(outcome.llmCalls ?? []));
      if (!(outcome instanceof SuggesterFailure)) {
        this.outcomes.answered(outcome.source);
        return { ...answerOf(outcome, { by: outcome, latencyMs }, failed), llmCalls };
      }
      const attempt = { by: suggester, latencyMs };
      failed.push({ ...attempt, reason: outcome.reason, serverWords: outcome.serverWords });
      this.outcomes.failed(outcome, attempt);
    }
    throw new Error('Nobody of the chain answered, and its last one always does');
  }

  private async outcomeOf(
    suggester: Suggester,
    request: SuggestionRequest,
    gone: AbortSignal,
  ): Promise<Proposal | SuggesterFailure> {
    try {
      return await suggester.suggest(request, gone);
    } catch (error) {
      return SuggesterFailure.from(error);
    }
  }
}

/** Whether one category is named alone, and surely. */
function isSure({ source, confidence: { category }, verdicts }: Answer): boolean {
  return judges(source) && verdicts.category.options.length === 1 && category !== null && isSureEnough(category);
}

/** A text, and the number of the ticket that has it, if one has, and there of the message. */
interface AskedText extends TicketText {
  readonly id?: number;
  readonly message?: number;
}

/** What a person gets of a suggestion that is kept from sight. */
function withheld(defaults: Judgement): Partial<ShownSuggestion> {
  const record = { category: null, priority: null };
  return {
    ...defaults,
    options: { category: [], priority: [] },
    optionReasons: [],
    record,
    notice: null,
    hidden: true,
  };
}
