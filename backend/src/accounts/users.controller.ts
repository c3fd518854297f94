import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.decorator.ts';
import { ApiProblems } from '../common/problems/api-problems.decorator.ts';
import { PersonListDto } from './dto/person.dto.ts';
import { UsersService } from '../users/users.service.ts';

@ApiTags('Users')
@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Access('tickets:read')
  @ApiOperation({ summary: 'List people', description: 'Everybody, by display name; inactive people too.' })
  @ApiOkResponse({ description: 'The people of the desk.', type: PersonListDto })
  @ApiProblems()
  async list(): Promise<PersonListDto> {
    return PersonListDto.of(await this.users.all());
  }
}
