import type { CallOutcome } from '../llm-provider.ts';
import type { QuestionCalls } from '../llm-desk.ts';

/** What the calls of one question need of the desk. */
export interface CallKeeping {
  /** @throws SuggesterFailure when no call may be made. */
  readonly allow: () => Promise<void>;
  readonly begin: (sent: object, earlier: readonly string[]) => Promise<string>;
  readonly end: (id: string, outcome: CallOutcome) => Promise<void>;
}

/** The calls of one question: the first was allowed when the question was, each further one is asked for again. */
export class KeptCalls implements QuestionCalls {
  readonly ids: string[] = [];
  private readonly keeping: CallKeeping;

  constructor(keeping: CallKeeping) {
    this.keeping = keeping;
  }

  async begin(sent: object): Promise<(outcome: CallOutcome) => Promise<void>> {
    if (this.ids.length > 0) await this.keeping.allow();
    const id = await this.keeping.begin(sent, [...this.ids]);
    this.ids.push(id);
    return (outcome) => this.keeping.end(id, outcome);
  }
}
