import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { TicketEntity } from '../tickets/ticket.entity.ts';

/** The table `mails` as the migrations make it. Its bytes are let go after a while; that it came is kept. */
@Entity('mails')
@Unique('mails_uid_unique', ['mailbox', 'uidValidity', 'uid'])
@Unique('mails_digest_unique', ['digest'])
@Index('mails_message_idx', ['messageId'], { where: 'ticket_id IS NOT NULL' })
@Index('mails_ticket_idx', ['ticketId'], { where: 'ticket_id IS NOT NULL' })
@Index('mails_sender_idx', { synchronize: false })
@Index('mails_unread_idx', ['keptAt'], { where: `state = 'taken'` })
@Index('mails_quarantine_idx', ['id'], { where: `state = 'quarantined'` })
@Index('mails_raw_idx', ['keptAt'], { where: 'raw IS NOT NULL' })
@Check(
  'mails_state_check',
  `state IN ('taken', 'ticket', 'message', 'report', 'passed_over', 'quarantined', 'deleted')`,
)
@Check('mails_reason_check', `state NOT IN ('quarantined', 'passed_over') OR reason IS NOT NULL`)
export class MailEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'mails_pk',
  })
  id: string;

  @Column('text')
  mailbox: string;

  @Column('bigint', { name: 'uid_validity' })
  uidValidity: string;

  @Column('bigint')
  uid: string;

  @Column('bytea')
  digest: Buffer;

  @Column('integer')
  size: number;

  @Column('bytea', { nullable: true })
  raw: Buffer | null;

  @Column({ type: 'timestamptz', name: 'arrived_at', precision: 3 })
  arrivedAt: Date;

  @Column({ type: 'timestamptz', name: 'kept_at', precision: 3, default: () => 'now()' })
  keptAt: Date;

  @Column('text', { default: 'taken' })
  state: string;

  /** How often its reading was begun and not ended. */
  @Column('smallint', { default: 0 })
  readings: number;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  kind: string | null;

  @Column('text', { nullable: true })
  proof: string | null;

  /** Who found that out; null where a process of a version before did. */
  @Column('text', { name: 'proven_by', nullable: true })
  provenBy: string | null;

  @Column('text', { nullable: true })
  sender: string | null;

  @Column('text', { name: 'sender_name', nullable: true })
  senderName: string | null;

  @Column('text', { nullable: true })
  subject: string | null;

  @Column('text', { name: 'message_id', nullable: true })
  messageId: string | null;

  @Column('bigint', { name: 'ticket_id', nullable: true })
  ticketId: string | null;

  @ManyToOne(() => TicketEntity, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'ticket_id', foreignKeyConstraintName: 'mails_ticket_fk' })
  ticket: TicketEntity | null;

  /** The number of the message that it became. */
  @Column('integer', { nullable: true })
  number: number | null;
}
