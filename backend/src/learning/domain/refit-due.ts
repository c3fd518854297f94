/** What has happened on the desk since the newest model learned from it. */
export interface News {
  /** Tickets that a person put into a category, or moved to another, at most as many as make a refit due. */
  readonly decisions: number;
  /** The newest thing that another model would learn or forget: a decision, a corrected text, a deletion; null for none. */
  readonly newestAt: Date | null;
  /** The categories, or what is shipped with the desk, are not those that the model knows. */
  readonly vocabularyChanged: boolean;
}

/** So many decisions are worth a refit at once. */
export const DECISIONS_WORTH_A_REFIT = 20;
const QUIET_MS = 10 * 60_000;
const PAUSE_MS = 5 * 60_000;

/**
 * Whether the desk should learn again: after 20 decisions, when the categories have changed, or when there is anything new
 * and the last ten minutes brought nothing more; never within five minutes of the last time it tried.
 */
export function isRefitDue(
  { decisions, newestAt, vocabularyChanged }: News,
  lastTriedAt: Date | null,
  now: Date,
): boolean {
  if (lastTriedAt !== null && now.getTime() - lastTriedAt.getTime() < PAUSE_MS) return false;
  if (vocabularyChanged || decisions >= DECISIONS_WORTH_A_REFIT) return true;
  return newestAt !== null && now.getTime() - newestAt.getTime() >= QUIET_MS;
}
