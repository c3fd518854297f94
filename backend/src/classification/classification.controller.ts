import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.decorator.ts';
import { CostsLlmCall } from '../auth/rate-limit.decorator.ts';
import { ClientGone } from '../common/http/client-gone.decorator.ts';
import { ApiProblems, BODY_PROBLEMS } from '../common/problems/api-problems.decorator.ts';
import { SuggestionDto } from '../suggestions/dto/suggestion.dto.ts';
import { ClassificationService } from './classification.service.ts';
import { ClassifyDto } from './dto/classify.dto.ts';

@ApiTags('Classification')
@Controller('tickets/classify')
@Access('tickets:write')
export class ClassificationController {
  constructor(private readonly classification: ClassificationService) {}

  @Post()
  @HttpCode(200)
  @CostsLlmCall()
  @ApiOperation({
    summary: 'Suggest category and priority',
    description:
      'Nothing is decided by it: send what a person chose with POST /api/tickets. Answers 200 also when the LLM fails.',
  })
  @ApiOkResponse({ description: 'The suggestion, or the defaults with a notice.', type: SuggestionDto })
  @ApiProblems(...BODY_PROBLEMS)
  async classify(
    @Body() { title = '', description, hideable = false }: ClassifyDto,
    @ClientGone() gone: AbortSignal,
  ): Promise<SuggestionDto> {
    return SuggestionDto.of(await this.classification.suggest({ title, description }, gone, { hideable }));
  }
}
