import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AttachmentIds } from '../../attachments/dto/attachment-ids.decorator.ts';
import { ValidationFailed } from '../../common/problems/domain-error.ts';
import { OmittableOrNull } from '../../common/validation/choice.decorator.ts';
import { Text } from '../../common/validation/text.decorator.ts';
import type { PortalSettings } from '../../config/settings.ts';
import { MESSAGE_MAX } from '../../conversation/domain/message.ts';
import { DESCRIPTION_MAX, TITLE_MAX } from '../../vocabulary/ticket-text.ts';
import type { CustomerAnswer, CustomerQuestion } from '../domain/customer-words.ts';

const FILES = 'The ids of files that the customer has uploaded and not sent.';

/** What a customer asks. */
export class AskDto {
  @ApiProperty({
    example: 'Invoice PDFs download as empty files',
    minLength: 1,
    maxLength: TITLE_MAX,
    description: 'What it is about, on one line.',
  })
  @Text('Title', { max: TITLE_MAX, singleLine: true })
  title: string;

  @ApiProperty({
    example: 'Since Monday every invoice PDF we download is 0 KB.',
    minLength: 1,
    maxLength: DESCRIPTION_MAX,
    description: 'What happened.',
  })
  @Text('Description', { max: DESCRIPTION_MAX })
  description: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: null,
    maxLength: 50,
    description: 'The key of a category, where the portal asks for one; null or left out leaves it to the desk.',
  })
  @OmittableOrNull()
  @Text('Category', { max: 50, singleLine: true })
  category?: string | null;

  @AttachmentIds(FILES)
  attachments?: string[];

  /** @throws ValidationFailed for a category where none is asked for. */
  static read(
    { title, description, category, attachments }: AskDto,
    { asksCategory }: PortalSettings,
  ): CustomerQuestion {
    if (category && !asksCategory) throw notAsked();
    return { title, description, category: category ?? null, attachments: attachments ?? [] };
  }
}

/** What a customer answers. */
export class AnswerDto {
  @ApiProperty({
    example: 'Print works, thank you.',
    minLength: 1,
    maxLength: MESSAGE_MAX,
    description: 'Plain text. Empty lines before it and white space behind it are cut off.',
  })
  @Text('Text', { max: MESSAGE_MAX })
  text: string;

  @AttachmentIds(FILES)
  attachments?: string[];

  static read({ text, attachments }: AnswerDto): CustomerAnswer {
    return { text, attachments: attachments ?? [] };
  }
}

function notAsked(): ValidationFailed {
  const message = 'This portal does not ask for a category.';
  return new ValidationFailed([{ field: 'category', code: 'not_asked', message }]);
}
