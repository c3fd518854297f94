import type { Author } from '../../common/author.ts';

/** Whose tickets are asked for: a user's by id, the caller's own, or those that nobody works on. */
export type AskedAssignee = number | 'me' | 'none';

/** The ids that are meant; null stands for nobody. */
export function resolveAssignees(asked: readonly AskedAssignee[], { userId }: Author): (number | null)[] {
  return [...new Set(asked.map((who) => (who === 'me' ? userId : who === 'none' ? null : who)))];
}
