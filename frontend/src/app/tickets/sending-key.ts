import { type Observable, catchError, throwError } from 'rxjs';
import { NO_ANSWER, type ProblemError, UNREADABLE, problemOf, savedBefore } from '../api/problem-error';

/** The code of a refusal because the key has been used for something else. */
const REUSED = 'idempotency_key_reused';

/** What was tried last, and whether it may have been written although nobody said so. */
export interface Attempt {
  readonly key: string;
  readonly content: string;
  readonly unanswered: boolean;
}

/** The key under which something is written once, however often it is sent: what is tried again later is known again. */
export class SendingKey {
  /** @param last what was tried before, where that is kept. */
  constructor(private last: Attempt | null = null) {}

  /** To be kept, by whoever wants to try again after a reload. */
  get attempt(): Attempt | null {
    return this.last;
  }

  /**
   * The same content keeps its key. So does one that was edited after an attempt without an answer: had that attempt been saved,
   * the API refuses the key for another text, and nothing is written twice.
   */
  for(content: string): string {
    const key = this.last && (this.last.unanswered || this.last.content === content) ? this.last.key : newKey();
    this.last = { key, content, unanswered: true };
    return key;
  }

  /**
   * Sends it under its key. Where an earlier try turns out to have been saved, that is why it fails, with this advice.
   * @param advice a sentence: what to do about it.
   */
  send<T>(content: object, advice: string, call: (key: string) => Observable<T>): Observable<T> {
    return call(this.for(JSON.stringify(content))).pipe(
      catchError((error: unknown) => {
        const problem = problemOf(error);
        this.failed(problem);
        return throwError(() => (problem?.code === REUSED ? savedBefore(problem, advice) : error));
      }),
    );
  }

  failed(problem: ProblemError | null): void {
    const unanswered = !problem || [NO_ANSWER, UNREADABLE].includes(problem.code);
    if (problem?.code === REUSED) this.last = null;
    else if (this.last) this.last = { ...this.last, unanswered };
  }

  done(): void {
    this.last = null;
  }
}

/** Unlike `crypto.randomUUID` there also where the desk is served without https. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
