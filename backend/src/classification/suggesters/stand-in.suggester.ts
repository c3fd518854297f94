import type { Proposal, Suggester, SuggestionRequest } from '../suggester.ts';

/** One who answers only in the place of another that failed, and only while the desk is set so. */
export class StandIn implements Suggester {
  readonly standsIn: () => Promise<boolean>;
  private readonly suggester: Suggester;

  constructor(suggester: Suggester, standsIn: () => Promise<boolean>) {
    this.suggester = suggester;
    this.standsIn = standsIn;
  }

  get source(): Suggester['source'] {
    return this.suggester.source;
  }

  get model(): string | null {
    return this.suggester.model;
  }

  get version(): string | null {
    return this.suggester.version;
  }

  get configured(): boolean {
    return this.suggester.configured;
  }

  get notTaken(): readonly string[] {
    return this.suggester.notTaken;
  }

  suggest(request: SuggestionRequest, signal: AbortSignal): Promise<Proposal> {
    return this.suggester.suggest(request, signal);
  }
}
