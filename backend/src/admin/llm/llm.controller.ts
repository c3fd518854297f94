import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../auth/access.decorator.ts';
import { CostsLlmCall } from '../../auth/rate-limit.decorator.ts';
import { LlmReportService } from '../../classification/llm-report.service.ts';
import { SuggestionTrials } from '../../classification/suggestion-trials.service.ts';
import { ClientGone } from '../../common/http/client-gone.decorator.ts';
import { ApiProblems, BODY_PROBLEMS } from '../../common/problems/api-problems.decorator.ts';
import { LlmReportDto } from './dto/llm-report.dto.ts';
import { LlmTrialTextDto, mayAskLlm } from './dto/llm-trial-text.dto.ts';
import { LlmTrialDto } from './dto/llm-trial.dto.ts';

@ApiTags('Admin')
@Access('admin')
@Controller('admin/llm')
export class LlmController {
  constructor(
    private readonly reports: LlmReportService,
    private readonly trials: SuggestionTrials,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Which LLM runs, and how is it?',
    description: 'Whether a key is set is told, the key never.',
  })
  @ApiOkResponse({ description: 'The LLM.', type: LlmReportDto })
  @ApiProblems('database_timeout')
  async read(): Promise<LlmReportDto> {
    return LlmReportDto.of(await this.reports.report());
  }

  @Post('try')
  @HttpCode(200)
  @CostsLlmCall(mayAskLlm)
  @ApiOperation({
    summary: 'Try a suggestion',
    description:
      'Asks as POST /api/tickets/classify does, or one source alone (`by`), and stores nothing. Answers 200 also when that fails. ' +
      "The desk's own suggester asked alone counts towards no limit of calls to the LLM.",
  })
  @ApiOkResponse({ description: 'What the desk would suggest.', type: LlmTrialDto })
  @ApiProblems(...BODY_PROBLEMS)
  async tryOut(
    @Body() { title = '', description, by = null }: LlmTrialTextDto,
    @ClientGone() gone: AbortSignal,
  ): Promise<LlmTrialDto> {
    return LlmTrialDto.of(await this.trials.ask({ title, description }, by, gone));
  }
}
