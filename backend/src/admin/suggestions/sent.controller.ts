import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../auth/access.decorator.ts';
import { LlmBudget } from '../../classification/llm/llm-budget.service.ts';
import { MaskingPreview } from '../../classification/masking/masking-preview.service.ts';
import { ApiProblems, BODY_PROBLEMS } from '../../common/problems/api-problems.decorator.ts';
import { LlmCalls } from '../../suggestions/llm-calls.service.ts';
import { BudgetDto } from './dto/budget.dto.ts';
import { MaskedPreviewDto, PreviewMaskingDto } from './dto/masking-preview.dto.ts';
import { SentDto, SuggestionIdDto } from './dto/sent.dto.ts';

/** What leaves the desk for an LLM, and what it costs. */
@ApiTags('Admin')
@Access('admin')
@Controller('admin/suggestions')
export class SentController {
  constructor(
    private readonly calls: LlmCalls,
    private readonly preview: MaskingPreview,
    private readonly budget: LlmBudget,
  ) {}

  @Get('budget')
  @ApiOperation({
    summary: "How does today's budget of the LLM stand?",
    description: "By the days of the desk's time zone. Once it is used up the LLM is asked again after midnight.",
  })
  @ApiOkResponse({ description: 'What today cost, of what it may cost.', type: BudgetDto })
  @ApiProblems()
  async readBudget(): Promise<BudgetDto> {
    return BudgetDto.of(await this.budget.state());
  }

  @Post('masking/preview')
  @HttpCode(200)
  @ApiOperation({
    summary: 'See what an LLM would read of a text',
    description: 'Nothing is sent and nothing is stored. Patterns that are given are tried in place of the saved ones.',
  })
  @ApiOkResponse({ description: 'The text, and what stands for what.', type: MaskedPreviewDto })
  @ApiProblems(...BODY_PROBLEMS)
  async previewMasking(@Body() { text, mask_patterns: patterns }: PreviewMaskingDto): Promise<MaskedPreviewDto> {
    return MaskedPreviewDto.of(await this.preview.of(text, patterns ?? null));
  }

  @Get(':id/sent')
  @ApiOperation({
    summary: 'What was an LLM sent for a suggestion, and what came back?',
    description:
      'Each call as it was made, the first one first. Texts are kept for thirty days, and go with the tickets that they are of; ' +
      'what the calls took and cost stays.',
  })
  @ApiOkResponse({ description: 'The calls; none when no LLM was asked.', type: SentDto })
  @ApiProblems('validation_failed', 'suggestion_not_found')
  async readSent(@Param() { id }: SuggestionIdDto): Promise<SentDto> {
    return SentDto.of(await this.calls.of(id));
  }
}
