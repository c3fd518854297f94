import { DESCRIPTION } from '../../forgetting/word-keeper.ts';
import type { SentText } from '../../suggestions/domain/llm-call.ts';
import { Briefing } from '../briefing.ts';
import type { BreakerState } from '../domain/breaker-state.ts';
import { judgementOf } from '../domain/judgement.ts';
import { SuggesterFailure } from '../domain/suggester-failure.ts';
import type { LlmDesk, QuestionCalls } from '../llm-desk.ts';
import type { LlmProvider } from '../llm-provider.ts';
import type { Proposal, Suggester, SuggestionRequest } from '../suggester.ts';

/**
 * An LLM as a suggester: it is shown decided tickets like the one that it is asked about, all texts masked, as far as the
 * budget goes; and what it says counts once it has been checked.
 */
export class LlmSuggester implements Suggester {
  readonly source = 'llm';
  private readonly llm: LlmProvider;
  private readonly desk: LlmDesk;

  constructor(llm: LlmProvider, desk: LlmDesk) {
    this.llm = llm;
    this.desk = desk;
  }

  get model(): string | null {
    return this.llm.model;
  }

  get version(): string | null {
    return this.llm.promptVersion;
  }

  get configured(): boolean {
    return this.llm.configured;
  }

  get notTaken(): readonly string[] {
    return this.llm.notTaken;
  }

  get breaker(): BreakerState | undefined {
    return this.llm.breaker;
  }

  async suggest(request: SuggestionRequest, signal: AbortSignal): Promise<Proposal> {
    // Without a key nothing is sent, and there is nothing to prepare.
    const examples = this.configured ? await this.examplesFor(request, signal) : [];
    const texts = { about: textOf(request), examples: examples.map(({ id }) => id) };
    const calls = this.desk.calls(this.model ?? '', texts);
    try {
      return await this.ask(new Briefing(request, examples, await this.desk.masking()), signal, calls);
    } catch (error) {
      signal.throwIfAborted();
      throw SuggesterFailure.from(error).after(calls.ids);
    }
  }

  private async examplesFor(
    request: SuggestionRequest,
    signal: AbortSignal,
  ): Promise<Awaited<ReturnType<LlmDesk['examples']>>> {
    await this.desk.requireBudget();
    return this.desk.examples(request, signal);
  }

  private async ask(briefing: Briefing, signal: AbortSignal, calls: QuestionCalls): Promise<Proposal> {
    const { source, model, version } = this;
    const { request } = briefing;
    const answer = await this.llm.classify(request, signal, calls);
    const judgement = briefing.unmasked(judgementOf(answer, request.text, request.categories));
    const { category, priority } = judgement;
    const verdicts = {
      category: { options: [category], abstained: null },
      priority: { options: [priority], abstained: null },
    };
    return { ...judgement, verdicts, source, model, version, llmCalls: calls.ids };
  }
}

/** What is asked about, where it is a text of a ticket already. */
function textOf({ ticketId, message = DESCRIPTION }: SuggestionRequest): SentText | null {
  return ticketId === undefined ? null : { ticketId, number: message };
}
