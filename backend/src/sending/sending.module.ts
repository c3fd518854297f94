import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentsModule } from '../attachments/attachments.module.ts';
import { MailAccountsModule } from '../mail-accounts/mail-accounts.module.ts';
import { AcknowledgementBound } from './acknowledgement-bound.repository.ts';
import { Acknowledgements } from './acknowledgements.service.ts';
import { MailSending } from './mail-sending.service.ts';
import { MailServer } from './mail-server.service.ts';
import { OutgoingMailEntity } from './outgoing-mail.entity.ts';
import { OutgoingMailRepository } from './outgoing-mail.repository.ts';
import { OutgoingMails } from './outgoing-mails.service.ts';
import { OutgoingWords } from './outgoing-words.repository.ts';
import { ReplyAddresses } from './reply-addresses.service.ts';
import { ReplyKeyRepository } from './reply-key.repository.ts';
import { ReturnedMails } from './returned-mails.service.ts';
import { SendingHousekeeping } from './sending-housekeeping.service.ts';
import { SendingOutcomes } from './sending-outcomes.ts';

/** Mails of the desk. */
@Module({
  imports: [AttachmentsModule, MailAccountsModule, TypeOrmModule.forFeature([OutgoingMailEntity])],
  providers: [
    AcknowledgementBound,
    Acknowledgements,
    MailSending,
    MailServer,
    OutgoingMailRepository,
    OutgoingMails,
    OutgoingWords,
    ReplyAddresses,
    ReplyKeyRepository,
    ReturnedMails,
    SendingHousekeeping,
    SendingOutcomes,
  ],
  exports: [Acknowledgements, OutgoingMails, ReplyAddresses, ReturnedMails, SendingOutcomes],
})
export class SendingModule {}
