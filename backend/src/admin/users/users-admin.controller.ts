import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../../auth/access.decorator.ts';
import { CurrentCaller } from '../../auth/current-caller.decorator.ts';
import type { Caller } from '../../auth/domain/caller.ts';
import { acceptedVersions } from '../../common/http/entity-tag.ts';
import { tellVersion, versionHeaders } from '../../common/http/version-headers.ts';
import { ApiProblems, BODY_PROBLEMS } from '../../common/problems/api-problems.decorator.ts';
import { AccountsService } from '../../accounts/accounts.service.ts';
import {
  AdminUserDto,
  AdminUserListDto,
  ChangedUserDto,
  CreatedUserDto,
  OneTimePasswordDto,
} from './dto/admin-user.dto.ts';
import { ChangeUserDto, CreateUserDto, ListUsersDto, UserIdDto } from './dto/user-change.dto.ts';
import { People } from './people.service.ts';

const { ETAG, IF_MATCH } = versionHeaders('the person', 'them');

@ApiTags('Admin')
@Access('admin')
@Controller('admin/users')
export class UsersAdminController {
  constructor(
    private readonly people: People,
    private readonly accounts: AccountsService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List people with what admins need', description: 'By username.' })
  @ApiOkResponse({ description: 'One page of people.', type: AdminUserListDto })
  @ApiProblems('validation_failed')
  async list(@Query() query: ListUsersDto): Promise<AdminUserListDto> {
    return AdminUserListDto.of(await this.people.page(query));
  }

  @Post()
  @ApiOperation({
    summary: 'Add a person',
    description: 'With a one-time password that is shown this once; at the first sign-in they choose their own.',
  })
  @ApiCreatedResponse({ description: 'The person and the password.', type: CreatedUserDto })
  @ApiProblems(...BODY_PROBLEMS, 'username_taken')
  async create(@Body() body: CreateUserDto, @CurrentCaller() caller: Caller): Promise<CreatedUserDto> {
    return CreatedUserDto.of(await this.accounts.create(CreateUserDto.read(body), caller));
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a person' })
  @ApiOkResponse({ description: 'The person.', type: AdminUserDto, headers: ETAG })
  @ApiProblems('validation_failed', 'user_not_found')
  async get(@Param() { id }: UserIdDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<AdminUserDto> {
    return withEntityTag(reply, AdminUserDto.of(await this.people.get(id)));
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Rename a person, change their role, deactivate or reactivate them',
    description:
      'Only the fields given change. Deactivating ends their sessions and revokes their tokens; their unresolved tickets ' +
      'stay theirs, or are handed over in the same step. With If-Match the change is refused when somebody else was faster.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ description: 'The person after the change.', type: ChangedUserDto, headers: ETAG })
  @ApiProblems(...BODY_PROBLEMS, 'user_not_found', 'username_taken', 'last_admin', 'stale_version')
  async change(
    @Param() { id }: UserIdDto,
    @Body() body: ChangeUserDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() by: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChangedUserDto> {
    const patch = ChangeUserDto.read(body);
    const request = { by, accepts: acceptedVersions(ifMatch) };
    const changed = await this.people.change(id, patch, ChangeUserDto.readTicketsLeft(body), request);
    return withEntityTag(reply, ChangedUserDto.read(changed));
  }

  @Post(':id/password-reset')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Give a person a new one-time password',
    description: 'It is shown this once. Their old password and their sessions end.',
  })
  @ApiOkResponse({ description: 'The password.', type: OneTimePasswordDto })
  @ApiProblems('validation_failed', 'user_not_found')
  async resetPassword(@Param() { id }: UserIdDto, @CurrentCaller() caller: Caller): Promise<OneTimePasswordDto> {
    return { one_time_password: await this.accounts.resetPassword(id, caller) };
  }
}

function withEntityTag<T extends AdminUserDto>(reply: FastifyReply, user: T): T {
  tellVersion(reply, user);
  return user;
}
