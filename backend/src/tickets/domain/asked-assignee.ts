import type { Author } from '../../common/author.ts';

const WORDS = ['me', 'none', 'inactive'] as const;

/**
 * Whose tickets are asked for: a user's by id, the caller's own, those that nobody works on, or those of people who have
 * left, on which nobody can work.
 */
export type AskedAssignee = number | (typeof WORDS)[number];

export function isAskedAssignee(value: unknown): value is AskedAssignee {
  return WORDS.some((word) => word === value) || (Number.isSafeInteger(value) && Number(value) > 0);
}

/** The ids that are meant; null stands for nobody. `inactive` are those of all who have left. */
export function resolveAssignees(
  asked: readonly AskedAssignee[],
  { userId }: Author,
  inactive: readonly number[],
): (number | null)[] {
  const meant = asked.flatMap((who) => {
    if (who === 'inactive') return inactive;
    return who === 'me' ? userId : who === 'none' ? null : who;
  });
  return [...new Set(meant)];
}
