import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { TicketEntity } from '../tickets/ticket.entity.ts';

/** The table `outgoing_mails` as the migrations make it. What a mail says is there only until it has left or failed. */
@Entity('outgoing_mails')
@Unique('outgoing_mails_message_id_unique', ['messageId'])
@Index('outgoing_mails_ticket_idx', ['ticketId', 'id'], { where: 'ticket_id IS NOT NULL' })
@Index('outgoing_mails_acknowledged_idx', { synchronize: false })
@Index('outgoing_mails_acknowledged_lately_idx', ['createdAt'], { where: `kind = 'acknowledgement'` })
@Index('outgoing_mails_plain_idx', ['createdAt'], { where: 'ticket_id IS NULL' })
@Index('outgoing_mails_waiting_idx', ['id'], { where: `state IN ('queued', 'sending')` })
@Check('outgoing_mails_kind_check', `kind IN ('reply', 'acknowledgement', 'sign_in', 'test')`)
@Check(
  'outgoing_mails_place_check',
  `(kind IN ('reply', 'acknowledgement')) = (ticket_id IS NOT NULL)
   AND (number IS NULL OR ticket_id IS NOT NULL) AND (kind <> 'reply' OR number IS NOT NULL)`,
)
@Check('outgoing_mails_state_check', `state IN ('queued', 'sending', 'sent', 'failed', 'bounced')`)
@Check(
  'outgoing_mails_words_check',
  `CASE WHEN state IN ('queued', 'sending') THEN num_nonnulls(subject, text) = 2
   ELSE num_nonnulls(subject, text, html) = 0 END`,
)
export class OutgoingMailEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'outgoing_mails_pk',
  })
  id: string;

  /** Without brackets. */
  @Column('text', { name: 'message_id' })
  messageId: string;

  @Column('text')
  kind: string;

  @Column('bigint', { name: 'ticket_id', nullable: true })
  ticketId: string | null;

  @ManyToOne(() => TicketEntity, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'ticket_id', foreignKeyConstraintName: 'outgoing_mails_ticket_fk' })
  ticket: TicketEntity | null;

  /** The number of the message that it carries. */
  @Column('integer', { nullable: true })
  number: number | null;

  @Column('text', { name: 'from_name', nullable: true })
  fromName: string | null;

  /** A list of `KeptRecipient`. */
  @Column('jsonb')
  recipients: unknown;

  @Column('text', { nullable: true })
  subject: string | null;

  @Column('text', { nullable: true })
  text: string | null;

  @Column('text', { nullable: true })
  html: string | null;

  /** Whether its words tell the title of the ticket. */
  @Column('boolean', { name: 'tells_title', default: false })
  tellsTitle: boolean;

  @Column('text', { name: 'in_reply_to', nullable: true })
  inReplyTo: string | null;

  @Column('text', { array: true, default: () => `'{}'` })
  references: string[];

  @Column('text', { default: 'queued' })
  state: string;

  /** How often it was handed to a mail server. */
  @Column('integer', { default: 0 })
  attempts: number;

  @Column('text', { nullable: true })
  detail: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'tried_at', precision: 3, nullable: true })
  triedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'sent_at', precision: 3, nullable: true })
  sentAt: Date | null;
}
