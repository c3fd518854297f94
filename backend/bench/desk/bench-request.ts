/** One request, as every server of a bench understands it. */
export interface BenchRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly body?: object;
}

/** What a bench measures: requests in turns, of which each connection begins with another. */
export interface Operation {
  /** What it is called on the command line. */
  readonly name: string;
  readonly title: string;
  /** Requests that may be sent over and over. */
  readonly requests: readonly BenchRequest[];
  /** In place of `requests`: the next one, when none may be sent twice. */
  readonly next?: () => BenchRequest;
  /** Whether servers that stand on the same database give the same answers to it. */
  readonly comparable: boolean;
  /** Whether the limit answers it. */
  readonly hasLimit: boolean;
  /**
   * What ten others ask all the while, over and over, as fast as they are answered. Requests of the operation come at a steady
   * rate then, as of people who read beside them.
   */
  readonly beside?: readonly BenchRequest[];
  /** At a steady rate, half of what the server takes, in place of as much as it takes. */
  readonly atHalf?: true;
}
