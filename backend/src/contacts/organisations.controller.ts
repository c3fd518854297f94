import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../auth/access.decorator.ts';
import { acceptedVersions } from '../common/http/entity-tag.ts';
import { tellVersion, versionHeaders } from '../common/http/version-headers.ts';
import { ApiProblems, BODY_PROBLEMS } from '../common/problems/api-problems.decorator.ts';
import type { Organisation } from './domain/organisation.ts';
import { ContactIdDto } from './dto/contact-id.dto.ts';
import {
  ChangeOrganisationDto,
  CreateOrganisationDto,
  ListOrganisationsDto,
  OrganisationDto,
  OrganisationListDto,
} from './dto/organisation.dto.ts';
import { OrganisationsService } from './organisations.service.ts';

const { ETAG, IF_MATCH } = versionHeaders('the organisation');

@ApiTags('Contacts')
@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get()
  @Access('tickets:read')
  @ApiOperation({ summary: 'List organisations, or find them by name', description: 'Newest first.' })
  @ApiOkResponse({ description: 'One page of organisations.', type: OrganisationListDto })
  @ApiProblems('validation_failed', 'database_timeout')
  async list(@Query() query: ListOrganisationsDto): Promise<OrganisationListDto> {
    return OrganisationListDto.of(await this.organisations.page(query));
  }

  @Post()
  @Access('tickets:write')
  @ApiOperation({ summary: 'Write down an organisation' })
  @ApiCreatedResponse({ description: 'The organisation.', type: OrganisationDto, headers: ETAG })
  @ApiProblems(...BODY_PROBLEMS, 'domain_taken')
  async create(
    @Body() body: CreateOrganisationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganisationDto> {
    return withEntityTag(reply, await this.organisations.create(CreateOrganisationDto.read(body)));
  }

  @Get(':id')
  @Access('tickets:read')
  @ApiOperation({ summary: 'Read an organisation' })
  @ApiOkResponse({ description: 'The organisation.', type: OrganisationDto, headers: ETAG })
  @ApiProblems('validation_failed', 'organisation_not_found')
  async get(@Param() { id }: ContactIdDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<OrganisationDto> {
    return withEntityTag(reply, await this.organisations.get(id));
  }

  @Patch(':id')
  @Access('tickets:write')
  @ApiOperation({
    summary: 'Change an organisation',
    description: 'Only the fields given change. With If-Match the change is refused when somebody else was faster.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ description: 'The organisation after the change.', type: OrganisationDto, headers: ETAG })
  @ApiProblems(...BODY_PROBLEMS, 'organisation_not_found', 'domain_taken', 'stale_version')
  async change(
    @Param() { id }: ContactIdDto,
    @Body() body: ChangeOrganisationDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganisationDto> {
    return withEntityTag(
      reply,
      await this.organisations.change(id, ChangeOrganisationDto.read(body), acceptedVersions(ifMatch)),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('tickets:write')
  @ApiOperation({
    summary: 'Delete an organisation',
    description: 'Its contacts stay, and belong to none, or to the one that has the domain of an address.',
  })
  @ApiHeader(IF_MATCH)
  @ApiNoContentResponse({ description: 'It is gone.' })
  @ApiProblems('validation_failed', 'organisation_not_found', 'stale_version')
  async delete(@Param() { id }: ContactIdDto, @Headers('if-match') ifMatch: string | undefined): Promise<void> {
    await this.organisations.delete(id, acceptedVersions(ifMatch));
  }
}

function withEntityTag(reply: FastifyReply, organisation: Organisation): OrganisationDto {
  tellVersion(reply, organisation);
  return OrganisationDto.of(organisation);
}
