import { ApiProperty } from '@nestjs/swagger';
import { Choice } from '../../../common/validation/choice.decorator.ts';
import { Text } from '../../../common/validation/text.decorator.ts';
import {
  BODY_MAX,
  type MailTemplate,
  SUBJECT_MAX,
  TEMPLATE_KINDS,
  type TemplateKind,
  type TemplateWords,
} from '../../../mail-templates/domain/mail-template.ts';
import type { RenderedMail } from '../../../mail-templates/domain/rendered-mail.ts';

const KIND = {
  ...{ enum: TEMPLATE_KINDS, example: 'reply' },
  description:
    'Of which mails: those of answers (`reply`), or those that tell who wrote that a mail has come (`acknowledgement`).',
};

/** Which template, in the path. */
export class TemplateKindDto {
  @ApiProperty(KIND)
  @Choice('Kind', TEMPLATE_KINDS)
  kind: TemplateKind;
}

/** What an admin sets of a template. */
export class MailTemplateWordsDto implements TemplateWords {
  @ApiProperty({
    ...{ example: '[#{{ticket.id}}] {{ticket.title}}', minLength: 1, maxLength: SUBJECT_MAX },
    description:
      'One line. `{{customer.name}}`, `{{ticket.id}}`, `{{ticket.title}}`, `{{desk.name}}` and, in answers, `{{agent.name}}` give way ' +
      'to what is known; any other name in such braces is refused. Without `[#{{ticket.id}}]` that comes last, as answers are known by it.',
  })
  @Text('Subject', { max: SUBJECT_MAX, singleLine: true })
  subject: string;

  @ApiProperty({
    ...{ example: 'Hello {{customer.name}},\n\n{{answer}}\n\n{{signature}}', minLength: 1, maxLength: BODY_MAX },
    description:
      'Markdown, with the same and, in answers, two more on lines of their own: `{{answer}}`, once, and `{{signature}}`, without which ' +
      'none is sent. What a sender wrote whom their domain does not confirm is left out of an acknowledgement: their name and title.',
  })
  @Text('Body', { max: BODY_MAX })
  body: string;
}

/** A template as it is in force. */
export class MailTemplateDto extends MailTemplateWordsDto {
  @ApiProperty({ ...KIND, enumName: 'MailTemplateKind' })
  kind: TemplateKind;

  @ApiProperty({ example: true, description: 'Whether it is as the desk brings it.' })
  is_default: boolean;

  @ApiProperty({ type: 'integer', example: 1, minimum: 1, description: 'Grows with every change; also the ETag.' })
  version: number;

  static of({ kind, subject, body, isDefault, version }: MailTemplate): MailTemplateDto {
    return { kind, subject, body, is_default: isDefault, version };
  }
}

/** A mail as it would be sent. */
export class MailPreviewDto {
  @ApiProperty({
    example: '[#4821] Invoice PDFs download as empty files',
    description: 'Its subject, with the number of the ticket in any case.',
  })
  subject: string;

  @ApiProperty({ example: 'Hello Ruth Adler,\n\nyour invoices are intact.', description: 'Its plain part.' })
  text: string;

  @ApiProperty({ example: '<p>Hello Ruth Adler,</p>', description: 'Its HTML part, a whole document.' })
  html: string;

  static of({ subject, text, html }: RenderedMail): MailPreviewDto {
    return { subject, text, html };
  }
}
