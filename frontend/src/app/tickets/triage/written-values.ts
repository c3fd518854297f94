import type { FilledIn, Priority, Ticket } from '../../api/model';

/** What somebody wrote a ticket with, though it waits to be sorted; null where the desk only filled something in. */
export interface WrittenValues {
  readonly category: string | null;
  readonly priority: Priority | null;
}

/**
 * Who writes what is filled in anyway cannot be told from who writes nothing; nor can anybody while it is not known what that
 * is.
 */
export function writtenValues(
  { category, priority }: Pick<Ticket, 'category' | 'priority'>,
  filledIn: FilledIn | undefined,
): WrittenValues {
  if (filledIn === undefined) return { category: null, priority: null };
  return {
    category: category === filledIn.category ? null : category,
    priority: priority === filledIn.priority ? null : priority,
  };
}
