import { Module } from '@nestjs/common';
import { CredentialsRepository } from './credentials.repository.ts';
import { CredentialsService } from './credentials.service.ts';
import { UserRepository } from './user.repository.ts';
import { UsersController } from './users.controller.ts';
import { UsersService } from './users.service.ts';

@Module({
  controllers: [UsersController],
  providers: [UsersService, UserRepository, CredentialsService, CredentialsRepository],
  exports: [UsersService, CredentialsService],
})
export class UsersModule {}
