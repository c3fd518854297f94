import { OmitType } from '@nestjs/swagger';
import { ClassifyDto } from '../../../classification/dto/classify.dto.ts';

/** The text to try the LLM with. */
export class LlmTrialTextDto extends OmitType(ClassifyDto, ['hideable']) {}
