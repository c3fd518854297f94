import { ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { ClassifyDto } from '../../../classification/dto/classify.dto.ts';
import { Choice, OmittableOrNull } from '../../../common/validation/choice.decorator.ts';

/** Those that can be asked alone. */
const SOURCES = ['local', 'llm'] as const;

/** Whether a trial may lead to a call to the LLM, before its body is checked. */
export function mayAskLlm({ body }: { readonly body: unknown }): boolean {
  return typeof body !== 'object' || body === null || !('by' in body) || body.by !== 'local';
}

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
