import type { Category } from '../../categories/category.ts';
import type { TokenUsage } from '../../suggestions/domain/token-usage.ts';
import { TITLE_MAX, type TicketText } from '../../vocabulary/ticket-text.ts';
import { EXAMPLES_MAX } from '../memory/nearest-confirmed.service.ts';
import { EXAMPLE_LENGTH, classificationPrompt, formInWords } from '../prompt.ts';
import { ANSWER_TOKENS_MAX } from '../answer-limit.ts';

/** A character takes no more bytes, and no token is shorter than a byte. */
const BYTES_OF_CHARACTER = 4;
/** The form of the answer as a schema, what stands around each example, and what a server adds around messages. */
const AROUND = 2_000;

/** No more tokens than these are read and written when an LLM is asked once about each text. */
export function mostTokens(
  tickets: readonly { readonly text: TicketText }[],
  categories: readonly Category[],
  examples: boolean,
): TokenUsage {
  const ofExamples = examples ? EXAMPLES_MAX * (TITLE_MAX + EXAMPLE_LENGTH) * BYTES_OF_CHARACTER : 0;
  const ofSchema = Buffer.byteLength(JSON.stringify(categories.map(({ key }) => key)));
  const prompt = tickets.reduce(
    (sum, { text }) => {
      const { instructions, ticket } = classificationPrompt({ text, categories }, '0'.repeat(16));
      return sum + Buffer.byteLength(instructions) + Buffer.byteLength(ticket) + ofSchema + ofExamples + AROUND;
    },
    tickets.length * Buffer.byteLength(formInWords),
  );
  return { prompt, completion: tickets.length * ANSWER_TOKENS_MAX };
}
