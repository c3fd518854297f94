import type { AbstentionReason, KnownWords, Suggestion } from '../../../api/model';

/** A suggestion for specs: Billing, unsure, and High, sure, with a record for the former, unless told otherwise. */
export function suggestion(changes: Partial<Suggestion> = {}): Suggestion {
  const { suggested_category = 'billing', suggested_priority = 'high' } = changes;
  return {
    suggestion_id: '019643f2-6a5e-7c3b-9d0e-3f1d2c4b5a69',
    suggested_category,
    suggested_priority,
    confidence: { category: 0.58, priority: 0.91 },
    source: 'llm',
    model: 'gpt-4o-mini',
    reasons: { category: ['invoices', 'unpaid'], priority: ['every customer'] },
    notice: null,
    options: { category: [suggested_category], priority: [suggested_priority] },
    option_reasons: [],
    abstained: false,
    abstained_because: null,
    known_words: null,
    language: null,
    hidden: false,
    record: { category: { right: 170, of: 212 }, priority: null },
    measured: true,
    confirmed: 1_240,
    ...changes,
  };
}

const NOTHING: Partial<Suggestion> = {
  suggested_category: 'general',
  suggested_priority: 'medium',
  confidence: { category: null, priority: null },
  reasons: { category: [], priority: [] },
  options: { category: [], priority: [] },
  record: { category: null, priority: null },
};

/** What comes when the model gave none. */
export function noSuggestion(notice: string): Suggestion {
  return suggestion({ ...NOTHING, source: 'default', notice });
}

/** What comes when the desk keeps silent about the category. */
export function abstention(because: AbstentionReason, changes: Partial<Suggestion> = {}): Suggestion {
  return suggestion({ ...NOTHING, source: 'local', abstained: true, abstained_because: because, ...changes });
}

/** What comes when the desk keeps its suggestion to itself. */
export function hiddenSuggestion(): Suggestion {
  return suggestion({ ...NOTHING, source: 'local', model: null, hidden: true });
}

/** What comes when one of two is right. */
export function twoOptions(): Suggestion {
  return suggestion({
    source: 'local',
    options: { category: ['billing', 'technical'], priority: ['high'] },
    option_reasons: [
      { category: 'billing', words: ['invoices', 'unpaid'] },
      { category: 'technical', words: ['webhooks'] },
    ],
  });
}

/** How little is known of a text in another language. */
export const KNOWN_WORDS: KnownWords = {
  ...{ known: 3, of: 41, seen: ['update', 'printers', 'labels'] },
  unseen: ['tulpenlabels', 'bovenste', 'Zebra'],
};
