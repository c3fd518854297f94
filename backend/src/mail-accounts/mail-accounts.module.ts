import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.ts';
import { SecretsModule } from '../secrets/secrets.module.ts';
import { MailboxAccountEntity } from './mailbox-account.entity.ts';
import { MailboxAccountRepository } from './mailbox-account.repository.ts';
import { MailSecrets } from './mail-secrets.service.ts';
import { MailSetup } from './mail-setup.service.ts';
import { MailTrials } from './mail-trials.service.ts';
import { MailboxStateEntity } from './mailbox-state.entity.ts';
import { MailboxStateRepository } from './mailbox-state.repository.ts';
import { MailboxStates } from './mailbox-states.service.ts';
import { Mailboxes } from './mailboxes.service.ts';
import { SenderAccountEntity } from './sender-account.entity.ts';
import { SenderAccountRepository } from './sender-account.repository.ts';
import { Senders } from './senders.service.ts';
import { AccessTokens } from './oauth/access-tokens.service.ts';
import { OwnAddresses } from './own-addresses.service.ts';

/** How the desk reads and sends mail. */
@Module({
  imports: [
    TypeOrmModule.forFeature([MailboxAccountEntity, MailboxStateEntity, SenderAccountEntity]),
    AuditModule,
    SecretsModule,
  ],
  providers: [
    AccessTokens,
    MailSecrets,
    MailSetup,
    MailTrials,
    MailboxAccountRepository,
    MailboxStateRepository,
    MailboxStates,
    Mailboxes,
    OwnAddresses,
    SenderAccountRepository,
    Senders,
  ],
  exports: [MailSetup, MailTrials, MailboxStates, Mailboxes, OwnAddresses, Senders],
})
export class MailAccountsModule {}
