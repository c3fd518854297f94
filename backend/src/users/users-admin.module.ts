import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { AuthModule } from '../auth/auth.module.ts';
import { UsersAdminRepository } from './users-admin.repository.ts';
import { UsersAdminService } from './users-admin.service.ts';
import { UsersModule } from './users.module.ts';

/** Managing people; apart from `UsersModule`, which sign-in is built on. */
@Module({
  imports: [AuditModule, AuthModule, UsersModule],
  providers: [UsersAdminService, UsersAdminRepository],
  exports: [UsersAdminService],
})
export class UsersAdminModule {}
