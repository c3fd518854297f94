/** Why a run leaves a ticket as it is: what the database keeps, and what people read. */
export const BULK_FAILURES = {
  ticket_gone: 'The ticket does not exist.',
  category_not_active: 'The category is not in use any more.',
  assignee_not_active: 'The assignee is not active any more.',
  changed_since: 'Somebody has changed it since.',
  not_kept: 'It has been restored already, or was deleted more than 30 days ago.',
} as const;

export type BulkFailureReason = keyof typeof BULK_FAILURES;

/** What came of a batch of tickets. */
export interface BatchOutcome {
  readonly changed: number;
  readonly unchanged: number;
  readonly failures: readonly { readonly ticket: number; readonly reason: BulkFailureReason }[];
}
