import { applyDecorators } from '@nestjs/common';
import { KnownPlaceholders } from '../../common/validation/placeholders.decorator.ts';
import { Text } from '../../common/validation/text.decorator.ts';
import { CANNED_PLACEHOLDERS, CANNED_TEXT_MAX } from '../domain/canned-answer.ts';

/** Markdown, in which all placeholders stand for something. */
export function CannedText(): PropertyDecorator {
  return applyDecorators(KnownPlaceholders(CANNED_PLACEHOLDERS), Text('Text', { max: CANNED_TEXT_MAX }));
}
