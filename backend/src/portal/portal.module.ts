import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentsModule } from '../attachments/attachments.module.ts';
import { AuthModule } from '../auth/auth.module.ts';
import { CategoriesModule } from '../categories/categories.module.ts';
import { ContactsModule } from '../contacts/contacts.module.ts';
import { ConversationModule } from '../conversation/conversation.module.ts';
import { MailAccountsModule } from '../mail-accounts/mail-accounts.module.ts';
import { SendingModule } from '../sending/sending.module.ts';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { CustomerCookie } from './customer-cookie.ts';
import { CustomerFilesController } from './customer-files.controller.ts';
import { CustomerFiles } from './customer-files.service.ts';
import { CustomerIntake } from './customer-intake.service.ts';
import { CustomerSessions } from './customer-sessions.service.ts';
import { CustomerTicketRepository } from './customer-ticket.repository.ts';
import { CustomerTicketsController } from './customer-tickets.controller.ts';
import { CustomerTickets } from './customer-tickets.service.ts';
import { CustomerUploads } from './customer-uploads.service.ts';
import { CustomerWriting } from './customer-writing.service.ts';
import { PortalDescribing } from './portal-describing.service.ts';
import { PortalHousekeeping } from './portal-housekeeping.service.ts';
import { PortalLimits } from './portal-limits.service.ts';
import { PortalLinkEntity } from './portal-link.entity.ts';
import { PortalLinkRepository } from './portal-link.repository.ts';
import { PortalSessionEntity } from './portal-session.entity.ts';
import { PortalSessionRepository } from './portal-session.repository.ts';
import { PortalUploadEntity } from './portal-upload.entity.ts';
import { PortalUploadRepository } from './portal-upload.repository.ts';
import { PortalWords } from './portal-words.repository.ts';
import { PortalController } from './portal.controller.ts';
import { LinkMails } from './link-mails.service.ts';
import { SignInLinks } from './sign-in-links.service.ts';

/** What customers do themselves. */
@Module({
  imports: [
    TypeOrmModule.forFeature([PortalLinkEntity, PortalSessionEntity, PortalUploadEntity]),
    AttachmentsModule,
    AuthModule,
    CategoriesModule,
    ContactsModule,
    ConversationModule,
    MailAccountsModule,
    SendingModule,
    TicketsModule,
  ],
  controllers: [PortalController, CustomerTicketsController, CustomerFilesController],
  providers: [
    ...[
      CustomerCookie,
      CustomerSessions,
      LinkMails,
      SignInLinks,
      PortalLimits,
      PortalDescribing,
      PortalHousekeeping,
      PortalWords,
    ],
    ...[CustomerTickets, CustomerIntake, CustomerWriting, CustomerUploads, CustomerFiles],
    ...[CustomerTicketRepository, PortalLinkRepository, PortalSessionRepository, PortalUploadRepository],
  ],
  exports: [CustomerCookie],
})
export class PortalModule {}
