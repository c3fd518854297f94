/** What a customer writes: a new ticket. */
export interface CustomerQuestion {
  readonly title: string;
  readonly description: string;
  /** The key of a category; null leaves it to the desk. */
  readonly category: string | null;
  /** The ids of files that they have uploaded. */
  readonly attachments: readonly string[];
}

/** What a customer writes to a ticket of theirs. */
export interface CustomerAnswer {
  readonly text: string;
  readonly attachments: readonly string[];
}
