import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { TicketEventEntity } from '../ticket-event.entity.ts';

/**
 * The table `redactions` as the migrations make it: of which message of a ticket words were removed, and why. The event of the
 * same version tells who removed them and when. A trigger refuses every update, deletion and truncation.
 */
@Entity('redactions')
@Check('redactions_number_check', 'number >= 1 AND number < version')
@Check('redactions_reason_check', 'char_length(reason) <= 500 AND is_visible(reason)')
export class RedactionEntity {
  @PrimaryColumn('bigint', { name: 'ticket_id', primaryKeyConstraintName: 'redactions_pk' })
  ticketId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'redactions_pk' })
  number: number;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'redactions_pk' })
  version: number;

  @ManyToOne(() => TicketEventEntity, { nullable: false })
  @JoinColumn([
    { name: 'ticket_id', referencedColumnName: 'ticketId', foreignKeyConstraintName: 'redactions_event_fk' },
    { name: 'version', referencedColumnName: 'version', foreignKeyConstraintName: 'redactions_event_fk' },
  ])
  event: TicketEventEntity;

  @Column('text')
  reason: string;
}
