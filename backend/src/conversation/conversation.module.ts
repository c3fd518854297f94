import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContactsModule } from '../contacts/contacts.module.ts';
import { MailAccountsModule } from '../mail-accounts/mail-accounts.module.ts';
import { MailTemplatesModule } from '../mail-templates/mail-templates.module.ts';
import { NotificationsModule } from '../notifications/notifications.module.ts';
import { AttachmentsModule } from '../attachments/attachments.module.ts';
import { SendingModule } from '../sending/sending.module.ts';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { Addressing } from './addressing.service.ts';
import { AnswerDeliveries } from './answer-deliveries.service.ts';
import { AnswerSending } from './answer-sending.service.ts';
import { ConversationController } from './conversation.controller.ts';
import { ConversationOpening } from './conversation-opening.service.ts';
import { DeliveryRepository } from './delivery.repository.ts';
import { DepartureRepository } from './departure.repository.ts';
import { Departures } from './departures.service.ts';
import { DraftAgain } from './draft-again.service.ts';
import { DraftEntity } from './draft.entity.ts';
import { MessageFrameController } from './message-frame.controller.ts';
import { DraftRepository } from './draft.repository.ts';
import { DraftsController } from './drafts.controller.ts';
import { Drafts } from './drafts.service.ts';
import { FollowUps } from './follow-ups.service.ts';
import { HeldAnswers } from './held-answers.service.ts';
import { MessageIntake } from './message-intake.service.ts';
import { IncomingMessages } from './incoming-messages.service.ts';
import { MessageRecipientEntity } from './message-recipient.entity.ts';
import { MessageWriting } from './message-writing.service.ts';
import { MessageEntity } from './message.entity.ts';
import { MessageRepository } from './message.repository.ts';
import { PublicMessageRepository } from './public-message.repository.ts';
import { PublicMessages } from './public-messages.service.ts';
import { TimelineService } from './timeline.service.ts';
import { MessageWords } from './message-words.repository.ts';

/** What is said about a ticket, with its customer and within the desk. */
@Module({
  imports: [
    ContactsModule,
    TypeOrmModule.forFeature([DraftEntity, MessageEntity, MessageRecipientEntity]),
    NotificationsModule,
    AttachmentsModule,
    MailAccountsModule,
    MailTemplatesModule,
    SendingModule,
    TicketsModule,
  ],
  controllers: [ConversationController, DraftsController, MessageFrameController],
  providers: [
    MessageWords,
    Addressing,
    AnswerDeliveries,
    AnswerSending,
    DeliveryRepository,
    TimelineService,
    MessageIntake,
    MessageWriting,
    IncomingMessages,
    FollowUps,
    ConversationOpening,
    MessageRepository,
    Departures,
    HeldAnswers,
    DepartureRepository,
    Drafts,
    DraftAgain,
    DraftRepository,
    PublicMessages,
    PublicMessageRepository,
  ],
  exports: [ConversationOpening, IncomingMessages, MessageWriting, PublicMessages, TimelineService],
})
export class ConversationModule {}
