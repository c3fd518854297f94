import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ContactEntity } from '../contacts/contact.entity.ts';
import { TicketEntity } from './ticket.entity.ts';

/** Who gets a copy of what is answered. */
@Entity('ticket_followers')
@Index('ticket_followers_contact_idx', ['contactId'])
export class TicketFollowerEntity {
  @PrimaryColumn('bigint', { name: 'ticket_id', primaryKeyConstraintName: 'ticket_followers_pk' })
  ticketId: string;

  @PrimaryColumn('bigint', { name: 'contact_id', primaryKeyConstraintName: 'ticket_followers_pk' })
  contactId: string;

  @ManyToOne(() => TicketEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'ticket_id', foreignKeyConstraintName: 'ticket_followers_ticket_fk' })
  ticket: TicketEntity;

  @ManyToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'ticket_followers_contact_fk' })
  contact: ContactEntity;
}
