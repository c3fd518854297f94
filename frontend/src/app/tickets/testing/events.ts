import type { TicketEvent, TicketEventChange } from '../../api/model';

type Change = Pick<TicketEventChange, 'field' | 'from' | 'to'> & Partial<TicketEventChange>;

/** Something that Mina Park changed by hand, unless told otherwise. Later numbers are later minutes. */
export function anEvent(
  id: number,
  changes: readonly Change[],
  more: Partial<Omit<TicketEvent, 'id' | 'changes'>> = {},
): TicketEvent {
  return {
    id,
    kind: 'changed',
    at: new Date(Date.UTC(2026, 3, 20, 9, 2 * id)).toISOString(),
    version: id,
    actor: 2,
    via: 'web',
    contact: null,
    token_name: null,
    bulk_run_id: null,
    ...more,
    changes: changes.map((change) => ({ suggested: null, contact: null, ...change })),
  };
}

/** How a ticket came: with what the desk had suggested for category and priority. */
export function created(category: string, suggestedCategory: string | null, priority = 'high'): TicketEvent {
  const suggested = (value: string | null, confidence: number) => (value === null ? null : { value, confidence });
  return anEvent(
    1,
    [
      { field: 'title', from: null, to: 'Invoice PDFs' },
      { field: 'category', from: null, to: category, suggested: suggested(suggestedCategory, 0.71) },
      {
        field: 'priority',
        from: null,
        to: priority,
        suggested: suggested(suggestedCategory === null ? null : 'high', 0.88),
      },
    ],
    { kind: 'created' },
  );
}
