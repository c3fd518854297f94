import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { AuthModule } from '../auth/auth.module.ts';
import { UsersModule } from '../users/users.module.ts';
import { AccountRepository } from './account.repository.ts';
import { AccountsService } from './accounts.service.ts';
import { UsersController } from './users.controller.ts';

/** What admins do with the accounts of people; apart from `UsersModule`, which sign-in is built on. */
@Module({
  imports: [AuditModule, AuthModule, UsersModule],
  controllers: [UsersController],
  providers: [AccountsService, AccountRepository],
  exports: [AccountsService],
})
export class AccountsModule {}
