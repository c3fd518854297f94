import { ApiProperty, PickType } from '@nestjs/swagger';
import { Text } from '../../../common/validation/text.decorator.ts';
import { DESCRIPTION_MAX } from '../../../vocabulary/ticket-text.ts';
import type { PreviewedMask } from '../../../classification/masking/masking-preview.service.ts';
import { ChangeSettingsDto } from './settings-change.dto.ts';

/** A text to try masking with. */
export class PreviewMaskingDto extends PickType(ChangeSettingsDto, ['mask_patterns']) {
  @ApiProperty({
    example: 'Please mail ruth@example.com or call +49 40 5550142.',
    minLength: 1,
    maxLength: DESCRIPTION_MAX,
    description: 'Any text.',
  })
  @Text('Text', { max: DESCRIPTION_MAX })
  text: string;
}

/** What a placeholder stands for. */
export class MaskedPartDto {
  @ApiProperty({ example: '[EMAIL_1]', description: 'What the LLM reads.' })
  placeholder: string;

  @ApiProperty({ example: 'ruth@example.com', description: 'What stands in the text.' })
  value: string;
}

/** A text as an LLM would read it. */
export class MaskedPreviewDto {
  @ApiProperty({ example: 'Please mail [EMAIL_1] or call [PHONE_1].', description: 'What the LLM would read.' })
  text: string;

  @ApiProperty({ type: [MaskedPartDto], description: 'What was masked, in its order.' })
  parts: MaskedPartDto[];

  @ApiProperty({ example: true, description: 'Whether the desk is set to mask what it sends.' })
  masking: boolean;

  static of({ text, parts, masking }: PreviewedMask): MaskedPreviewDto {
    return { text, parts: parts.map(({ placeholder, value }) => ({ placeholder, value })), masking };
  }
}
