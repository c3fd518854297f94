import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The table `deleted_tickets` as the migrations make it: whole rows of `tickets`, kept for a while to be restored. */
@Entity('deleted_tickets')
@Index('deleted_tickets_deleted_at_idx', ['deletedAt'])
@Check('deleted_tickets_ticket_check', `jsonb_typeof(ticket) = 'object'`)
export class DeletedTicketEntity {
  @PrimaryColumn('bigint', { name: 'ticket_id', primaryKeyConstraintName: 'deleted_tickets_pk' })
  ticketId: string;

  @Column('jsonb')
  ticket: object;

  @Column({ type: 'timestamptz', name: 'deleted_at', precision: 3, default: () => 'now()' })
  deletedAt: Date;
}
