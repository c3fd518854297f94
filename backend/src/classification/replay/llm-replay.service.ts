import { Injectable } from '@nestjs/common';
import { CategoriesService } from '../../categories/categories.service.ts';
import { Settings } from '../../config/settings.ts';
import { ConfirmedTickets } from '../../learning/confirmed-tickets.service.ts';
import { textMark } from '../../learning/domain/same-text.ts';
import type { SaidOfField } from '../../learning/replay/replay-answer.ts';
import type { FailureReason } from '../domain/failure-reason.ts';
import { SuggesterFailure } from '../domain/suggester-failure.ts';
import type { LlmDesk } from '../llm-desk.ts';
import { LlmDeskService } from '../llm/llm-desk.service.ts';
import type { Suggester, SuggestionRequest } from '../suggester.ts';
import { llmSuggester } from '../suggesters/suggester-chain.ts';
import {
  type KeepOutcomes,
  type LlmSide,
  type Outcome,
  type ReplayPlan,
  type ReplayTicket,
  SIDE_NAMES,
} from './domain/replay.ts';

/** How many tickets an LLM is asked about at a time. */
const AT_A_TIME = 4;
/** After so many failures in a row it is left alone. */
const ENOUGH_FAILURES = 10;

/** An LLM, asked again about tickets that people have decided: as it is asked about new ones, budget and masking included. */
@Injectable()
export class LlmReplay {
  constructor(
    private readonly settings: Settings,
    private readonly desk: LlmDeskService,
    private readonly confirmed: ConfirmedTickets,
    private readonly categories: CategoriesService,
  ) {}

  /** Whether an LLM is set up at all, be it asked about new tickets or not. */
  get configured(): boolean {
    return this.suggester({ model: this.settings.llm.model, examples: false }).configured;
  }

  /** What the desk asks unless it is told otherwise. */
  get present(): Pick<LlmSide, 'model' | 'version'> {
    const { model, version } = this.suggester({ model: this.settings.llm.model, examples: false });
    return { model: model ?? '', version: version ?? '' };
  }

  /**
   * Asks the LLMs among the sides about the tickets that lack an answer, some at a time, about each one side after the other:
   * whenever asking ends, both have been asked about the same. Tickets that nobody has decided any more are left out.
   *
   * @returns why asking ended early: the budget is used up, or nothing but failures; null when all were asked about.
   * @throws the signal's reason once it has fired.
   */
  async ask(
    plan: ReplayPlan,
    tickets: readonly ReplayTicket[],
    signal: AbortSignal,
    keep: KeepOutcomes,
  ): Promise<FailureReason | null> {
    const asked = SIDE_NAMES.flatMap((name) => {
      const side = plan[name];
      return side.by === 'llm' ? [{ name, llm: this.suggester(side), failures: 0 }] : [];
    });
    const open = new Map(tickets.map((ticket) => [ticket.ticket, ticket] as const));
    const [confirmed, categories] = await Promise.all([
      asked.length === 0 ? [] : this.confirmed.among([...open.keys()]),
      this.categories.active(),
    ]);
    const turns = confirmed.values();
    const end: { stopped: FailureReason | null } = { stopped: null };
    const work = async (): Promise<void> => {
      for (const { id, text } of turns) {
        for (const one of asked) {
          if (end.stopped !== null) return;
          if (open.get(id)?.[one.name]) continue;
          const outcome = await outcomeOf(one.llm, { text, ticketId: id, categories }, signal);
          one.failures = 'failure' in outcome ? one.failures + 1 : 0;
          // A question that was never asked has not failed.
          if ('failure' in outcome && outcome.failure === 'budget_used') end.stopped = outcome.failure;
          else await keep(one.name, [{ ticket: id, outcome }]);
          if ('failure' in outcome && one.failures >= ENOUGH_FAILURES) end.stopped = outcome.failure;
        }
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
    signal.throwIfAborted();
    return end.stopped;
  }

  /** One of its own: what it finds out about its server changes nothing for those who wait for a suggestion. */
  private suggester({ model, examples }: Pick<LlmSide, 'model' | 'examples'>): Suggester {
    const { llm } = this.settings;
    const provider = llm.provider === 'local' ? 'openai' : llm.provider;
    return llmSuggester({ ...llm, provider, model }, this.deskOf(examples));
  }

  /** The desk, without examples where they are not wanted; and a ticket with the very same text is none. */
  private deskOf(wanted: boolean): LlmDesk {
    const { desk } = this;
    return {
      requireBudget: () => desk.requireBudget(),
      masking: () => desk.masking(),
      calls: (model, texts) => desk.calls(model, texts),
      examples: async (request, signal) => {
        if (!wanted) return [];
        const own = textMark(request.text);
        return (await desk.similar(request, signal)).filter(({ text }) => textMark(text) !== own);
      },
    };
  }
}

type AskedOutcome = Exclude<Outcome, { failure: string }> | { readonly failure: FailureReason };

async function outcomeOf(llm: Suggester, request: SuggestionRequest, signal: AbortSignal): Promise<AskedOutcome> {
  try {
    const { category, priority, confidence } = await llm.suggest(request, signal);
    const answer = { category: said(category, confidence.category), priority: said(priority, confidence.priority) };
    return { answer, madeAgain: false };
  } catch (error) {
    signal.throwIfAborted();
    return { failure: SuggesterFailure.from(error).reason };
  }
}

function said(value: string, confidence: number | null): SaidOfField {
  return { value, confidence, options: [value], abstained: null };
}
