import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { Choice } from '../../../common/validation/choice.decorator.ts';
import { KnownPlaceholders } from '../../../common/validation/placeholders.decorator.ts';
import { Text } from '../../../common/validation/text.decorator.ts';
import {
  BODY_MAX,
  BODY_PLACEHOLDERS,
  type MailTemplate,
  SUBJECT_MAX,
  SUBJECT_PLACEHOLDERS,
  TEMPLATE_KINDS,
  type TemplateKind,
  type TemplateWords,
} from '../../../mail-templates/domain/mail-template.ts';
import type { RenderedMail } from '../../../mail-templates/domain/rendered-mail.ts';
import { type BodyFault, bodyFault } from '../../../mail-templates/domain/template-body.ts';

const BODY_FAULTS: Readonly<Record<BodyFault, string>> = {
  answer_missing: 'Body needs {{answer}}, where what was written stands.',
  answer_repeated: 'Body takes {{answer}} once.',
  not_alone: '{{answer}} and {{signature}} each need a line of their own.',
};

const KIND = {
  ...{ enum: TEMPLATE_KINDS, example: 'reply' },
  description: 'Of which mails: those of answers (`reply`).',
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
      'One line. `{{customer.name}}`, `{{ticket.id}}`, `{{ticket.title}}`, `{{agent.name}}` and `{{desk.name}}` give way to what is ' +
      'known; any other name in such braces is refused. Without `[#{{ticket.id}}]` that comes last, as answers are known by it.',
  })
  @KnownPlaceholders(SUBJECT_PLACEHOLDERS)
  @Text('Subject', { max: SUBJECT_MAX, singleLine: true })
  subject: string;

  @ApiProperty({
    ...{ example: 'Hello {{customer.name}},\n\n{{answer}}\n\n{{signature}}', minLength: 1, maxLength: BODY_MAX },
    description:
      'Markdown, with the same and two more on lines of their own: `{{answer}}`, once, and `{{signature}}`, without which none is sent.',
  })
  @BodyRules()
  @KnownPlaceholders(BODY_PLACEHOLDERS)
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

/** What a body needs besides being text. */
function BodyRules(): PropertyDecorator {
  const faults = Object.entries(BODY_FAULTS) as [BodyFault, string][];
  return applyDecorators(
    ...faults.map(([name, message]) =>
      ValidateBy({
        name,
        validator: {
          validate: (value: unknown) => typeof value !== 'string' || value === '' || bodyFault(value) !== name,
          defaultMessage: () => message,
        },
      }),
    ),
  );
}
