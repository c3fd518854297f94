import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../auth/access.decorator.ts';
import { CurrentCaller } from '../../auth/current-caller.decorator.ts';
import type { Caller } from '../../auth/domain/caller.ts';
import { ApiProblems } from '../../common/problems/api-problems.decorator.ts';
import { ApiTokensService } from '../../auth/api-tokens.service.ts';
import { AdminTokenListDto, ListTokensDto, TokenIdDto } from './dto/admin-token.dto.ts';

@ApiTags('Admin')
@Access('admin')
@Controller('admin/tokens')
export class TokensAdminController {
  constructor(private readonly tokens: ApiTokensService) {}

  @Get()
  @ApiOperation({
    summary: "List everybody's API tokens",
    description: 'Newest first, without those that were revoked.',
  })
  @ApiOkResponse({ description: 'One page of tokens.', type: AdminTokenListDto })
  @ApiProblems('validation_failed')
  async list(@Query() query: ListTokensDto): Promise<AdminTokenListDto> {
    return AdminTokenListDto.of(await this.tokens.page(query));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke an API token', description: 'Whoever it belongs to. It stops working at once.' })
  @ApiNoContentResponse({ description: 'It is revoked.' })
  @ApiProblems('validation_failed', 'token_not_found')
  async revoke(@Param() { id }: TokenIdDto, @CurrentCaller() caller: Caller): Promise<void> {
    await this.tokens.revokeAny(id, caller);
  }
}
