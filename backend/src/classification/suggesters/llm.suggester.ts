import { judgementOf } from '../domain/judgement.ts';
import type { LlmProvider } from '../llm-provider.ts';
import type { Proposal, Suggester, SuggestionRequest } from '../suggester.ts';

/** An LLM as a suggester: what it says counts once it has been checked. */
export class LlmSuggester implements Suggester {
  readonly source = 'llm';
  private readonly llm: LlmProvider;

  constructor(llm: LlmProvider) {
    this.llm = llm;
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

  async suggest(request: SuggestionRequest, signal: AbortSignal): Promise<Proposal> {
    const { source, model, version } = this;
    const judgement = judgementOf(await this.llm.classify(request, signal), request.text, request.categories);
    const { category, priority } = judgement;
    const verdicts = {
      category: { options: [category], abstained: null },
      priority: { options: [priority], abstained: null },
    };
    return { ...judgement, verdicts, source, model, version };
  }
}
