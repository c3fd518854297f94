import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, BODY_PROBLEMS } from '../common/problems/api-problems.decorator.ts';
import { Access } from './access.decorator.ts';
import { ApiTokensService } from './api-tokens.service.ts';
import { CurrentCaller } from './current-caller.decorator.ts';
import type { Caller } from './domain/caller.ts';
import { ApiTokenIdDto, ApiTokenListDto } from './dto/api-token.dto.ts';
import { CreateApiTokenDto, CreatedApiTokenDto } from './dto/create-api-token.dto.ts';

@ApiTags('Auth')
@Access('own_account')
@Controller('auth/tokens')
export class ApiTokensController {
  constructor(private readonly tokens: ApiTokensService) {}

  @Get()
  @ApiOperation({ summary: 'List my API tokens', description: 'Newest first; expired ones too, revoked ones not.' })
  @ApiOkResponse({ description: 'Your tokens.', type: ApiTokenListDto })
  async list(@CurrentCaller() caller: Caller): Promise<ApiTokenListDto> {
    return ApiTokenListDto.of(await this.tokens.listOf(caller.userId));
  }

  @Post()
  @ApiOperation({
    summary: 'Make an API token',
    description: 'A program that sends it works in your name, within its scopes and never beyond what you may do.',
  })
  @ApiCreatedResponse({ description: 'The token, and its secret this once.', type: CreatedApiTokenDto })
  @ApiProblems(...BODY_PROBLEMS)
  async create(@Body() body: CreateApiTokenDto, @CurrentCaller() caller: Caller): Promise<CreatedApiTokenDto> {
    return CreatedApiTokenDto.of(await this.tokens.create(CreateApiTokenDto.read(body), caller));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke one of my API tokens', description: 'It stops working at once, for good.' })
  @ApiNoContentResponse({ description: 'It is revoked.' })
  @ApiProblems('validation_failed', 'token_not_found')
  async revoke(@Param() { id }: ApiTokenIdDto, @CurrentCaller() caller: Caller): Promise<void> {
    return this.tokens.revokeOwn(id, caller);
  }
}
