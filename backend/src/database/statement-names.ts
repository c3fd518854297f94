import { createHash } from 'node:crypto';

/** What a connection knows a statement by, and which other names it gives up for it. */
export interface NamedStatement {
  readonly name: string;
  readonly givenUp: readonly string[];
  /** What its rows are like, as the server told when it was asked first. */
  readonly told: { rows: unknown };
}

const NOTHING: readonly string[] = [];
/** Raised when tables have changed so that no plan of earlier counts; for all connections of the process. */
let generation = 0;

/**
 * The statements that one connection has prepared. A name follows from the text alone, so that no two texts share one and a
 * proxy that pools connections can tell them apart; the statements used longest ago make room for new ones, because each
 * takes memory of the server.
 */
export class StatementNames {
  private readonly known = new Map<string, NamedStatement>();
  private readonly limit: number;
  private generation = generation;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** The name of a statement on this connection. What it gives up has to be closed before the statement is sent. */
  of(text: string): NamedStatement {
    if (this.generation !== generation) return this.startAgain(text);
    const known = this.known.get(text);
    if (known) {
      this.known.delete(text);
      this.known.set(text, known);
      return known;
    }
    return this.add(text, this.known.size < this.limit ? NOTHING : this.giveUpOldest());
  }

  /** Forgets the names on all connections, each at its next statement. */
  static forgetAll(): void {
    generation += 1;
  }

  private startAgain(text: string): NamedStatement {
    this.generation = generation;
    const givenUp = [...this.known.values()].map(({ name }) => name);
    this.known.clear();
    return this.add(text, givenUp);
  }

  private add(text: string, givenUp: readonly string[]): NamedStatement {
    const name = createHash('sha256').update(text).digest('base64url');
    const told = { rows: null };
    this.known.set(text, { name, givenUp: NOTHING, told });
    return { name, givenUp, told };
  }

  private giveUpOldest(): string[] {
    const [oldest] = this.known;
    if (!oldest) return [];
    this.known.delete(oldest[0]);
    return [oldest[1].name];
  }
}
