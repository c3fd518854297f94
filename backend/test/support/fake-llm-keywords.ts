import type { ChatRequest } from './fake-llm-request.ts';

const CATEGORIES: Readonly<Record<string, RegExp>> = {
  billing: /\b(invoices?|refund\w*|charged?|payments?|unpaid|price\w*|plans?|vat)\b/gi,
  technical: /\b(errors?|crash\w*|webhooks?|slow|late|fails?|failing|timeouts?|api|export\w*)\b/gi,
  account: /\b(passwords?|sign[- ]?in|log ?in|two-factor|roles?|permissions?|invit\w+)\b/gi,
};

const PRIORITIES: Readonly<Record<string, RegExp>> = {
  critical: /\b(outage|down|every customer|everyone|data loss|production)\b/gi,
  high: /\b(cannot|can't|blocked|deadline|twice|minutes late)\b/gi,
  low: /\b(question|wondering|how do i|suggestion|typo|feature)\b/gi,
};

interface Field {
  readonly value: string;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

/** Judges by keywords: the same text always gets the same answer, and only with values that the schema allows. */
export function keywordAnswer({ ticket, enums }: ChatRequest): { category: Field; priority: Field } {
  const text = ticket
    .split('\n')
    .slice(1, -1)
    .join('\n')
    .replace(/^(Title|Description):/gm, '');
  return {
    category: mostOften(text, CATEGORIES, enums['category.value'] ?? [], 'general'),
    priority: mostOften(text, PRIORITIES, enums['priority.value'] ?? [], 'medium'),
  };
}

function mostOften(
  text: string,
  keywords: Readonly<Record<string, RegExp>>,
  allowed: readonly string[],
  otherwise: string,
): Field {
  const [best] = Object.entries(keywords)
    .filter(([value]) => allowed.includes(value))
    .map(([value, pattern]) => ({ value, found: [...new Set(text.match(pattern) ?? [])] }))
    .filter(({ found }) => found.length > 0)
    .toSorted((one, other) => other.found.length - one.found.length);
  if (!best)
    return { value: allowed.includes(otherwise) ? otherwise : (allowed[0] ?? otherwise), confidence: 0.5, reasons: [] };
  const confidence = Math.min(0.95, 0.55 + 0.12 * best.found.length);
  return { value: best.value, confidence: Number(confidence.toFixed(2)), reasons: best.found.slice(0, 3) };
}
