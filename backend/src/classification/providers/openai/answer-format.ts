import type { ResponseFormatJSONSchema } from 'openai/resources/shared';
import { TICKET_PRIORITIES } from '../../../vocabulary/ticket-priority.ts';
import type { SuggestionRequest } from '../../suggester.ts';

/**
 * The form an answer must have: strict, so that the model cannot write anything else, with the active categories and the
 * priorities as enums. Reasons come first, so that the value follows from them. No keyword that only some servers know in
 * strict mode (`maxItems`, `minimum` and the like): the answer is checked anyway.
 */
export function answerFormat({ categories }: SuggestionRequest): ResponseFormatJSONSchema {
  const schema = object({
    category: judgement(categories.map(({ key }) => key)),
    priority: judgement(TICKET_PRIORITIES),
  });
  return { type: 'json_schema', json_schema: { name: 'triage', strict: true, schema } };
}

function judgement(values: readonly string[]): Record<string, unknown> {
  return object({
    reasons: { type: 'array', items: { type: 'string' } },
    value: { type: 'string', enum: values },
    confidence: { type: 'number' },
  });
}

/** Strict mode wants every property required and no other. */
function object(properties: Record<string, unknown>): Record<string, unknown> {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}
