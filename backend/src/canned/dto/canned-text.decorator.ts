import { applyDecorators } from '@nestjs/common';
import { ValidateBy } from 'class-validator';
import { Text } from '../../common/validation/text.decorator.ts';
import { oneOf } from '../../common/validation/choice-words.ts';
import { CANNED_TEXT_MAX } from '../domain/canned-answer.ts';
import { PLACEHOLDERS, unknownPlaceholders } from '../domain/placeholders.ts';

const KNOWN = oneOf(PLACEHOLDERS.map((name) => `{{${name}}}`));

/** Markdown, in which all placeholders stand for something. */
export function CannedText(): PropertyDecorator {
  return applyDecorators(
    ValidateBy({
      name: 'unknown_placeholder',
      validator: {
        validate: (value: unknown) => typeof value !== 'string' || unknownPlaceholders(value).length === 0,
        defaultMessage: (args) => {
          const [first = ''] = unknownPlaceholders(String(args?.value));
          return `Nothing is known of {{${first}}}. A placeholder is ${KNOWN}.`;
        },
      },
    }),
    Text('Text', { max: CANNED_TEXT_MAX }),
  );
}
