import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { TicketEntity } from '../tickets/ticket.entity.ts';
import { UserEntity } from '../users/user.entity.ts';

/** The table `drafts` as the migrations make it: what somebody has begun to write to a ticket. It goes with the ticket. */
@Entity('drafts')
@Check('drafts_kind_check', `kind IN ('reply', 'note')`)
@Check('drafts_text_check', 'char_length(text) <= 20000')
@Check('drafts_sets_check', `jsonb_typeof(sets) = 'object'`)
export class DraftEntity {
  @PrimaryColumn('bigint', { name: 'ticket_id', primaryKeyConstraintName: 'drafts_pk' })
  ticketId: string;

  @ManyToOne(() => TicketEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'ticket_id', foreignKeyConstraintName: 'drafts_ticket_fk' })
  ticket: TicketEntity;

  @PrimaryColumn('bigint', { name: 'user_id', primaryKeyConstraintName: 'drafts_pk' })
  userId: string;

  @ManyToOne(() => UserEntity, { nullable: false })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'drafts_user_fk' })
  user: UserEntity;

  @Column('text')
  kind: string;

  @Column('text')
  text: string;

  @Column('jsonb', { nullable: true })
  recipients: object | null;

  @Column('jsonb', { default: [] })
  attachments: object;

  @Column('jsonb', { default: {} })
  sets: object;

  @Column('integer')
  conversation: number;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
