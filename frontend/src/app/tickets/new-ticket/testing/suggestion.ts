import type { Suggestion } from '../../../api/model';

/** A suggestion for specs: Billing, unsure, and High, sure, unless told otherwise. */
export function suggestion(changes: Partial<Suggestion> = {}): Suggestion {
  return {
    suggestion_id: '019643f2-6a5e-7c3b-9d0e-3f1d2c4b5a69',
    suggested_category: 'billing',
    suggested_priority: 'high',
    confidence: { category: 0.58, priority: 0.91 },
    source: 'llm',
    model: 'gpt-4o-mini',
    reasons: { category: ['invoices', 'unpaid'], priority: ['every customer'] },
    notice: null,
    options: { category: ['billing'], priority: ['high'] },
    abstained: false,
    abstained_because: null,
    hidden: false,
    record: { category: null, priority: null },
    measured: false,
    confirmed: 0,
    ...changes,
  };
}

/** What comes when the model gave none. */
export function noSuggestion(notice: string): Suggestion {
  return suggestion({
    suggested_category: 'general',
    suggested_priority: 'medium',
    confidence: { category: null, priority: null },
    reasons: { category: [], priority: [] },
    source: 'default',
    notice,
    options: { category: [], priority: [] },
  });
}
