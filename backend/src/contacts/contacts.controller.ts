import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../auth/access.decorator.ts';
import { acceptedVersions } from '../common/http/entity-tag.ts';
import { tellVersion, versionHeaders } from '../common/http/version-headers.ts';
import { ApiProblems, BODY_PROBLEMS } from '../common/problems/api-problems.decorator.ts';
import { ContactMerges } from './contact-merges.service.ts';
import { ContactsService } from './contacts.service.ts';
import type { Contact } from './domain/contact.ts';
import { ChangeContactDto, CreateContactDto, ListContactsDto, MergeContactDto } from './dto/contact-change.dto.ts';
import { ContactIdDto } from './dto/contact-id.dto.ts';
import { ContactDto, ContactListDto } from './dto/contact.dto.ts';

const { ETAG, IF_MATCH } = versionHeaders('the contact');
const LOCATION = {
  Location: { schema: { type: 'string' as const }, description: 'Where the contact is. Like `/api/contacts/12`.' },
};

@ApiTags('Contacts')
@Controller('contacts')
export class ContactsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly merges: ContactMerges,
  ) {}

  @Get()
  @Access('tickets:read')
  @ApiOperation({
    summary: 'List contacts, or find them by name or address',
    description: 'Newest first. A page of words that very many have may be short, or empty, and go on.',
  })
  @ApiOkResponse({ description: 'One page of contacts.', type: ContactListDto })
  @ApiProblems('validation_failed', 'database_timeout')
  async list(@Query() query: ListContactsDto): Promise<ContactListDto> {
    return ContactListDto.of(await this.contacts.page(query));
  }

  @Post()
  @HttpCode(201)
  @Access('tickets:write')
  @ApiOperation({ summary: 'Write down a contact', description: 'A ticket with a new requester makes one by itself.' })
  @ApiCreatedResponse({ description: 'The contact.', type: ContactDto, headers: { ...LOCATION, ...ETAG } })
  @ApiProblems(...BODY_PROBLEMS, 'address_taken')
  async create(@Body() body: CreateContactDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<ContactDto> {
    return withLocation(reply, await this.contacts.create(CreateContactDto.read(body)));
  }

  @Get(':id')
  @Access('tickets:read')
  @ApiOperation({
    summary: 'Read a contact',
    description: 'Who was merged into another is read as that one, whose id the answer has then.',
  })
  @ApiOkResponse({ description: 'The contact.', type: ContactDto, headers: ETAG })
  @ApiProblems('validation_failed', 'contact_not_found')
  async get(@Param() { id }: ContactIdDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<ContactDto> {
    return withEntityTag(reply, await this.contacts.get(id));
  }

  @Patch(':id')
  @Access('tickets:write')
  @ApiOperation({
    summary: 'Change a contact',
    description: 'Only the fields given change. With If-Match the change is refused when somebody else was faster.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ description: 'The contact after the change.', type: ContactDto, headers: ETAG })
  @ApiProblems(...BODY_PROBLEMS, 'contact_not_found', 'address_taken', 'stale_version')
  async change(
    @Param() { id }: ContactIdDto,
    @Body() body: ChangeContactDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContactDto> {
    return withEntityTag(reply, await this.contacts.change(id, ChangeContactDto.read(body), acceptedVersions(ifMatch)));
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Access('tickets:write')
  @ApiOperation({
    summary: 'Merge a contact into another',
    description:
      'For two who are the same person: all addresses and tickets are then found with the other one, whom the answer tells. ' +
      'Nothing moves, so that DELETE takes it back whole.',
  })
  @ApiOkResponse({ description: 'The contact into whom the one was merged.', type: ContactDto, headers: ETAG })
  @ApiProblems(...BODY_PROBLEMS, 'contact_not_found', 'contact_merged')
  async merge(
    @Param() { id }: ContactIdDto,
    @Body() { into }: MergeContactDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContactDto> {
    return withEntityTag(reply, await this.merges.merge(id, into));
  }

  @Delete(':id/merge')
  @Access('tickets:write')
  @ApiOperation({ summary: 'Take back that a contact was merged', description: 'Each is again who they were.' })
  @ApiOkResponse({ description: 'The contact who is no longer merged.', type: ContactDto, headers: ETAG })
  @ApiProblems('validation_failed', 'contact_not_found', 'contact_not_merged')
  async undoMerge(@Param() { id }: ContactIdDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<ContactDto> {
    return withEntityTag(reply, await this.merges.undo(id));
  }
}

function withEntityTag(reply: FastifyReply, contact: Contact): ContactDto {
  tellVersion(reply, contact);
  return ContactDto.of(contact);
}

function withLocation(reply: FastifyReply, contact: Contact): ContactDto {
  void reply.header('location', `/api/contacts/${String(contact.id)}`);
  return withEntityTag(reply, contact);
}
