import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.ts';
import { UsersModule } from '../users/users.module.ts';
import { AccessGuard } from './access.guard.ts';
import { AccountAccess } from './account-access.service.ts';
import { ApiTokenEntity } from './api-token.entity.ts';
import { ApiTokenRepository } from './api-token.repository.ts';
import { ApiTokensController } from './api-tokens.controller.ts';
import { ApiTokensService } from './api-tokens.service.ts';
import { AuthController } from './auth.controller.ts';
import { AuthenticationGuard } from './authentication.guard.ts';
import { CallerRepository } from './caller.repository.ts';
import { Callers } from './callers.service.ts';
import { KnownPasswords } from './known-passwords.service.ts';
import { PasswordChange } from './password-change.service.ts';
import { PasswordCheck } from './password-check.service.ts';
import { PasswordHasher } from './password-hasher.ts';
import { RateLimitEntity } from './rate-limit.entity.ts';
import { RateLimitGuard } from './rate-limit.guard.ts';
import { RateLimitRepository } from './rate-limit.repository.ts';
import { RateLimits } from './rate-limits.service.ts';
import { SessionCookie } from './session-cookie.ts';
import { SessionEntity } from './session.entity.ts';
import { SessionRepository } from './session.repository.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInThrottle } from './sign-in-throttle.service.ts';
import { SignInService } from './sign-in.service.ts';
import { ThrottledNames } from './throttled-names.repository.ts';

/** Signing in, and the guards of every route: first who is calling, then how much, then whether they may. */
@Module({
  imports: [TypeOrmModule.forFeature([ApiTokenEntity, RateLimitEntity, SessionEntity]), AuditModule, UsersModule],
  controllers: [AuthController, SessionsController, ApiTokensController],
  providers: [
    { provide: APP_GUARD, useClass: AuthenticationGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    ...[Callers, CallerRepository, RateLimits, RateLimitRepository, ThrottledNames],
    ...[SignInService, SignInThrottle, PasswordCheck, PasswordChange, PasswordHasher, KnownPasswords],
    ...[SessionCookie, SessionsService, SessionRepository, ApiTokensService, ApiTokenRepository, AccountAccess],
  ],
  exports: [AccountAccess, ApiTokensService, Callers, KnownPasswords, RateLimits, SessionCookie],
})
export class AuthModule {}
