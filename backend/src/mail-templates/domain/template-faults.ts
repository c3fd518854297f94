import type { FieldError } from '../../common/problems/domain-error.ts';
import { unknownPlaceholderWords } from '../../common/validation/placeholder-words.ts';
import { BLOCKS, PLACEHOLDERS, type TemplateKind, type TemplateWords } from './mail-template.ts';
import { type BodyFault, bodyFault } from './template-body.ts';

const BODY_FAULTS: Readonly<Record<BodyFault, string>> = {
  answer_missing: 'Body needs {{answer}}, where what was written stands.',
  answer_repeated: 'Body takes {{answer}} once.',
  not_alone: '{{answer}} and {{signature}} each need a line of their own.',
};

/** What the words of a template break of the rules of its kind, one fault a field at most. */
export function templateFaults(kind: TemplateKind, { subject, body }: TemplateWords): readonly FieldError[] {
  const known = PLACEHOLDERS[kind];
  const inBody = kind === 'reply' ? [...BLOCKS, ...known] : known;
  return [unknown('subject', subject, known), unknown('body', body, inBody) ?? ofBody(kind, body)].filter(
    (fault) => fault !== null,
  );
}

function unknown(field: string, text: string, known: readonly string[]): FieldError | null {
  const message = unknownPlaceholderWords(text, known);
  return message === null ? null : { field, code: 'unknown_placeholder', message };
}

/** Only an answer has something to stand around. */
function ofBody(kind: TemplateKind, body: string): FieldError | null {
  const code = kind === 'reply' ? bodyFault(body) : null;
  return code === null ? null : { field: 'body', code, message: BODY_FAULTS[code] };
}
