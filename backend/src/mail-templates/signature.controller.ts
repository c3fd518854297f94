import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.decorator.ts';
import { CurrentCaller } from '../auth/current-caller.decorator.ts';
import type { Caller } from '../auth/domain/caller.ts';
import { ApiProblems, BODY_PROBLEMS } from '../common/problems/api-problems.decorator.ts';
import { ChangeSignatureDto, SignatureDto } from './dto/signature.dto.ts';
import { Signatures } from './signatures.service.ts';

@ApiTags('Auth')
@Access('own_account')
@Controller('auth/signature')
export class SignatureController {
  constructor(private readonly signatures: Signatures) {}

  @Get()
  @ApiOperation({
    summary: 'Read my signature',
    description: 'What stands below your answers when they leave as mails. It is no part of the message itself.',
  })
  @ApiOkResponse({ description: 'Your signature.', type: SignatureDto })
  async read(@CurrentCaller() { userId }: Caller): Promise<SignatureDto> {
    return SignatureDto.of(await this.signatures.read(userId));
  }

  @Put()
  @ApiOperation({ summary: 'Set my signature', description: 'It goes with answers that leave from now on.' })
  @ApiOkResponse({ description: 'Your signature.', type: SignatureDto })
  @ApiProblems(...BODY_PROBLEMS)
  async save(@Body() { text }: ChangeSignatureDto, @CurrentCaller() { userId }: Caller): Promise<SignatureDto> {
    return SignatureDto.of(await this.signatures.save(userId, text));
  }
}
