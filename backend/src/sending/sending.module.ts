import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OutgoingMailEntity } from './outgoing-mail.entity.ts';
import { OutgoingMailRepository } from './outgoing-mail.repository.ts';
import { OutgoingMails } from './outgoing-mails.service.ts';
import { SenderSettings } from './sender-settings.service.ts';
import { SendingOutcomes } from './sending-outcomes.ts';

/** Mails of the desk. */
@Module({
  imports: [TypeOrmModule.forFeature([OutgoingMailEntity])],
  providers: [OutgoingMailRepository, OutgoingMails, SenderSettings, SendingOutcomes],
  exports: [OutgoingMails, SenderSettings, SendingOutcomes],
})
export class SendingModule {}
