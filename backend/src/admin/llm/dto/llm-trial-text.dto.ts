import { ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { ClassifyDto } from '../../../classification/dto/classify.dto.ts';
import { Choice, OmittableOrNull } from '../../../common/validation/choice.decorator.ts';

/** Those that can be asked alone. */
const SOURCES = ['local', 'llm'] as const;

/** The text to try suggestions with. */
export class LlmTrialTextDto extends OmitType(ClassifyDto, ['hideable']) {
  @ApiPropertyOptional({
    ...{ type: String, enum: [...SOURCES, null], nullable: true, example: 'local' },
    description:
      "Whom to ask: the desk's own suggester (`local`) or the LLM (`llm`), if one is set up. Without it the desk asks as for " +
      'a new ticket.',
  })
  @OmittableOrNull()
  @Choice('By', SOURCES)
  by?: (typeof SOURCES)[number] | null;
}
