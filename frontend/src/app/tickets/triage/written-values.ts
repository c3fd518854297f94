import type { Category, Priority, Ticket } from '../../api/model';

/** What somebody wrote a ticket with, though it waits to be sorted; null where the desk only filled something in. */
export interface WrittenValues {
  readonly category: string | null;
  readonly priority: Priority | null;
}

/** What is filled in where nobody said anything: medium, and `general` or else the first category that is in use. */
const FILLED_IN = { category: 'general', priority: 'medium' } as const;

/**
 * Who writes what is filled in anyway cannot be told from who writes nothing.
 *
 * @param active the categories in use, in their order; empty while they are not known.
 */
export function writtenValues(
  { category, priority }: Pick<Ticket, 'category' | 'priority'>,
  active: readonly Pick<Category, 'key'>[],
): WrittenValues {
  const filledIn = active.find(({ key }) => key === FILLED_IN.category) ?? active[0];
  return {
    category: filledIn === undefined || category === filledIn.key ? null : category,
    priority: priority === FILLED_IN.priority ? null : priority,
  };
}
