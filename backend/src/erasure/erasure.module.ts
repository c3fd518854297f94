import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.ts';
import { ContactsModule } from '../contacts/contacts.module.ts';
import { ConversationModule } from '../conversation/conversation.module.ts';
import { MailModule } from '../mail/mail.module.ts';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { ErasureEntity } from './erasure.entity.ts';
import { ErasureRepository } from './erasure.repository.ts';
import { ErasureWorker } from './erasure-worker.service.ts';
import { Erasures } from './erasures.service.ts';
import { NamingTicketsRepository } from './naming-tickets.repository.ts';
import { PeopleController } from './people.controller.ts';
import { PersonExport } from './person-export.service.ts';
import { PersonsMails } from './persons-mails.service.ts';
import { PersonsTicketsRepository } from './persons-tickets.repository.ts';
import { PersonsTraces } from './persons-traces.service.ts';
import { PersonsWords } from './persons-words.service.ts';
import { RedactionsController } from './redactions.controller.ts';
import { Redactions } from './redactions.service.ts';
import { WrittenWordsRepository } from './written-words.repository.ts';

/** Removes what was written for good, and what the desk knows of a person; hands it out before. */
@Module({
  imports: [
    AuditModule,
    ContactsModule,
    ConversationModule,
    MailModule,
    TicketsModule,
    TypeOrmModule.forFeature([ErasureEntity]),
  ],
  controllers: [PeopleController, RedactionsController],
  providers: [
    Erasures,
    ErasureRepository,
    ErasureWorker,
    NamingTicketsRepository,
    PersonExport,
    PersonsMails,
    PersonsTicketsRepository,
    PersonsTraces,
    PersonsWords,
    Redactions,
    WrittenWordsRepository,
  ],
})
export class ErasureModule {}
