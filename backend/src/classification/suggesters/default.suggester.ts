import { defaultJudgement } from '../domain/default-judgement.ts';
import type { Proposal, Suggester, SuggestionRequest } from '../suggester.ts';

/** The end of every chain: the same values for every ticket, without a look at its text. Never fails. */
export class DefaultSuggester implements Suggester {
  readonly source = 'default';
  readonly model = null;
  readonly version = null;
  readonly configured = true;
  readonly notTaken = [];

  suggest({ categories }: SuggestionRequest): Promise<Proposal> {
    const { source, model, version } = this;
    const nothing = { options: [], abstained: null };
    const verdicts = { category: nothing, priority: nothing };
    return Promise.resolve({ ...defaultJudgement(categories), verdicts, source, model, version });
  }
}
