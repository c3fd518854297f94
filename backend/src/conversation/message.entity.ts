import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ContactEntity } from '../contacts/contact.entity.ts';
import { TicketEventEntity } from '../tickets/ticket-event.entity.ts';
import { TicketEntity } from '../tickets/ticket.entity.ts';

/**
 * The table `messages` as the migrations make it. The event of the same number tells who wrote it, by what and when. It goes with
 * its ticket.
 */
@Entity('messages')
@Unique('messages_number_unique', ['ticketId', 'number'])
@Index('messages_author_idx', ['authorContact', 'ticketId'], { where: 'author_contact IS NOT NULL' })
@Index('messages_held_idx', ['leavesAt'], { where: `delivery = 'held'` })
@Check('messages_kind_check', `kind IN ('reply', 'note', 'incoming', 'system')`)
@Check(
  'messages_text_check',
  `char_length(text) <= 20000 AND (is_visible(text) OR kind = 'incoming' OR taken_back_at IS NOT NULL)`,
)
@Check(
  'messages_taken_back_check',
  `taken_back_at IS NULL OR kind = 'reply' AND delivery IS NULL AND html IS NULL AND text = '' AND folded = ''`,
)
@Check('messages_status_check', `sets_status IN ('open', 'in_progress', 'resolved', 'closed')`)
@Check('messages_sets_check', `jsonb_typeof(sets) = 'object'`)
@Check(
  'messages_delivery_check',
  `delivery IS NULL OR delivery IN ('held', 'not_sent', 'queued', 'sent', 'bounced', 'failed') AND kind = 'reply'
   AND (delivery <> 'held' OR leaves_at IS NOT NULL)`,
)
export class MessageEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'messages_pk',
  })
  id: string;

  @Column('bigint', { name: 'ticket_id' })
  ticketId: string;

  @ManyToOne(() => TicketEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'ticket_id', foreignKeyConstraintName: 'messages_ticket_fk' })
  ticket: TicketEntity;

  @Column('integer')
  number: number;

  @ManyToOne(() => TicketEventEntity, { nullable: false, deferrable: 'INITIALLY DEFERRED' })
  @JoinColumn([
    { name: 'ticket_id', referencedColumnName: 'ticketId', foreignKeyConstraintName: 'messages_event_fk' },
    { name: 'number', referencedColumnName: 'version', foreignKeyConstraintName: 'messages_event_fk' },
  ])
  event: TicketEventEntity;

  @Column('text')
  kind: string;

  /** Of an incoming one, who wrote it. */
  @Column('bigint', { name: 'author_contact', nullable: true })
  authorContact: string | null;

  @ManyToOne(() => ContactEntity)
  @JoinColumn({ name: 'author_contact', foreignKeyConstraintName: 'messages_author_contact_fk' })
  author: ContactEntity | null;

  @Column('text')
  text: string;

  @Column('text', { nullable: true })
  html: string | null;

  @Column('text', { default: '' })
  folded: string;

  /** Of what the desk says of another ticket, its number; no key, as it is told of also when that ticket is gone. */
  @Column('bigint', { name: 'linked_ticket', nullable: true })
  linkedTicket: string | null;

  @Column('text', { name: 'sets_status', nullable: true })
  setsStatus: string | null;

  /** Category, priority and assignee that come with it; null for none of them. */
  @Column('jsonb', { nullable: true })
  sets: object | null;

  @Column({ type: 'timestamptz', name: 'leaves_at', precision: 3, nullable: true })
  leavesAt: Date | null;

  @Column({ type: 'timestamptz', name: 'taken_back_at', precision: 3, nullable: true })
  takenBackAt: Date | null;

  /** Of an answer alone, unless it was taken back. */
  @Column('text', { nullable: true })
  delivery: string | null;

  @Column('text', { name: 'delivery_detail', nullable: true })
  deliveryDetail: string | null;
}
