import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentsModule } from '../attachments/attachments.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { ContactsModule } from '../contacts/contacts.module.ts';
import { ConversationModule } from '../conversation/conversation.module.ts';
import { MailAccountsModule } from '../mail-accounts/mail-accounts.module.ts';
import { MailTemplatesModule } from '../mail-templates/mail-templates.module.ts';
import { SendingModule } from '../sending/sending.module.ts';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { ErasedSenders } from './erased-senders.service.ts';
import { MailAcknowledgements } from './mail-acknowledgements.service.ts';
import { MailCopies } from './mail-copies.service.ts';
import { MailDelivery } from './mail-delivery.service.ts';
import { MailDestinations } from './mail-destinations.service.ts';
import { MailFiles } from './mail-files.service.ts';
import { MailHousekeeping } from './mail-housekeeping.service.ts';
import { MailIngestion } from './mail-ingestion.service.ts';
import { MailMaking } from './mail-making.service.ts';
import { MailIdentityEntity } from './mail-identity.entity.ts';
import { MailIdentityRepository } from './mail-identity.repository.ts';
import { MailOutcomes } from './mail-outcomes.service.ts';
import { MailSettling } from './mail-settling.service.ts';
import { MailThreads } from './mail-threads.service.ts';
import { MailTaking } from './mail-taking.service.ts';
import { MailedTickets } from './mailed-tickets.service.ts';
import { MailEntity } from './mail.entity.ts';
import { MailRepository } from './mail.repository.ts';
import { MailboxEntity } from './mailbox.entity.ts';
import { MailboxFollowing } from './mailbox/mailbox-following.service.ts';
import { MailboxPlaceRepository } from './mailbox/mailbox-place.repository.ts';
import { MailboxWatch } from './mailbox/mailbox-watch.service.ts';
import { QuarantineRepository } from './quarantine.repository.ts';
import { Quarantine } from './quarantine.service.ts';
import { SenderCheck } from './reading/sender-check.service.ts';
import { MailWords } from './mail-words.repository.ts';
import { NamingMailRepository } from './naming-mail.repository.ts';
import { NamingMails } from './naming-mails.service.ts';

/** Mails that become tickets and messages. */
@Module({
  imports: [
    TypeOrmModule.forFeature([MailEntity, MailIdentityEntity, MailboxEntity]),
    AttachmentsModule,
    AuditModule,
    ContactsModule,
    ConversationModule,
    MailAccountsModule,
    MailTemplatesModule,
    SendingModule,
    TicketsModule,
  ],
  providers: [
    ErasedSenders,
    MailWords,
    MailAcknowledgements,
    MailCopies,
    MailDelivery,
    MailDestinations,
    MailFiles,
    MailHousekeeping,
    MailIdentityRepository,
    MailIngestion,
    MailMaking,
    MailOutcomes,
    MailRepository,
    MailSettling,
    MailTaking,
    MailThreads,
    MailboxFollowing,
    MailboxPlaceRepository,
    MailboxWatch,
    MailedTickets,
    NamingMailRepository,
    NamingMails,
    Quarantine,
    QuarantineRepository,
    SenderCheck,
  ],
  exports: [NamingMails, Quarantine],
})
export class MailModule {}
