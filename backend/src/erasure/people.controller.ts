import { Body, Controller, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiExtension, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.decorator.ts';
import { CurrentCaller } from '../auth/current-caller.decorator.ts';
import type { Caller } from '../auth/domain/caller.ts';
import { ApiProblems, BODY_PROBLEMS } from '../common/problems/api-problems.decorator.ts';
import { ContactIdDto } from '../contacts/dto/contact-id.dto.ts';
import { ContactErasureDto, ErasureDto } from './dto/erasure.dto.ts';
import { RemovalReasonDto } from './dto/redaction.dto.ts';
import { Erasures } from './erasures.service.ts';
import { PersonExport } from './person-export.service.ts';

const JSON_FILE = { type: 'application/json; charset=utf-8', disposition: 'attachment; filename="person.json"' };

@ApiTags('Erasure')
@Access('admin')
@Controller('contacts/:id')
export class PeopleController {
  constructor(
    private readonly erasures: Erasures,
    private readonly exports: PersonExport,
  ) {}

  @Post('erasure')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Erase a person',
    description:
      'Their name, addresses and what is noted of them go at once, also of contacts merged into theirs. What they wrote, what was written ' +
      'to them and about them, their files and mails go in the background; their tickets stay, without words. Nobody can take it back. ' +
      'A reason that holds their name or address is refused: it is kept for good. A person who writes anew is somebody new.',
  })
  @ApiAcceptedResponse({ description: 'It is under way.', type: ErasureDto })
  @ApiProblems(...BODY_PROBLEMS, 'contact_not_found')
  async erase(
    @Param() { id }: ContactIdDto,
    @Body() { reason }: RemovalReasonDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ErasureDto> {
    return ErasureDto.of(await this.erasures.erase(id, reason, caller));
  }

  @Get('erasure')
  @ApiOperation({ summary: 'Read how far a person is erased' })
  @ApiExtension('x-absence-is-fine', true)
  @ApiOkResponse({ description: 'The newest erasure of them.', type: ContactErasureDto })
  @ApiProblems('validation_failed')
  async erasure(@Param() { id }: ContactIdDto): Promise<ContactErasureDto> {
    return ContactErasureDto.of(await this.erasures.newestOf(id));
  }

  @Get('export')
  @ApiOperation({
    summary: 'Hand out what the desk keeps of a person',
    description:
      'Who they are, their tickets, what they wrote and what they were answered, also in tickets of others, as JSON, written while it is ' +
      'read from the database: one that breaks off is not whole. Each file stands in it with its name and the `url` of its content, to be ' +
      'fetched by itself; null in a deleted ticket, until that is restored. What the desk says among itself, notes, is not in it.',
  })
  @ApiProduces('application/json')
  @ApiOkResponse({
    description: 'All of it.',
    content: { 'application/json': { schema: { type: 'object', additionalProperties: true } } },
  })
  @ApiProblems('validation_failed', 'contact_not_found')
  async export(@Param() { id }: ContactIdDto, @CurrentCaller() caller: Caller): Promise<StreamableFile> {
    return new StreamableFile(await this.exports.json(id, caller), JSON_FILE);
  }
}
