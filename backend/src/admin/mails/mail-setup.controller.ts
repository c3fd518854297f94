import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../auth/access.decorator.ts';
import { ApiProblems } from '../../common/problems/api-problems.decorator.ts';
import { MailSetup } from '../../mail-accounts/mail-setup.service.ts';
import { MailSetupDto } from './dto/mail-setup.dto.ts';

@ApiTags('Admin')
@Access('admin')
@Controller('admin/mail')
export class MailSetupController {
  constructor(private readonly setup: MailSetup) {}

  @Get()
  @ApiOperation({
    summary: 'How does the desk read and send mail?',
    description: 'Its mailboxes and its sender; passwords are never shown.',
  })
  @ApiOkResponse({ description: 'The set-up.', type: MailSetupDto })
  @ApiProblems()
  async read(): Promise<MailSetupDto> {
    return MailSetupDto.of(await this.setup.read());
  }
}
