import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { CategoryEntity } from '../categories/category.entity.ts';

/** The table `suspects` as the migrations make it: tickets that looked filed wrongly at the newest refit. */
@Entity('suspects')
@Check('suspects_place_check', 'place >= 1')
@Check('suspects_confidence_check', 'confidence BETWEEN 0 AND 1')
export class SuspectEntity {
  @PrimaryColumn('bigint', { name: 'ticket_id', primaryKeyConstraintName: 'suspects_pk' })
  ticketId: string;

  @ManyToOne('TicketEntity', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'ticket_id', foreignKeyConstraintName: 'suspects_ticket_fk' })
  ticket: unknown;

  /** 1 for the likeliest error. */
  @Column('integer')
  place: number;

  @Column('text')
  filed: string;

  @ManyToOne(() => CategoryEntity)
  @JoinColumn({ name: 'filed', foreignKeyConstraintName: 'suspects_filed_fk' })
  filedRow: CategoryEntity;

  @Column('text')
  likelier: string;

  @ManyToOne(() => CategoryEntity)
  @JoinColumn({ name: 'likelier', foreignKeyConstraintName: 'suspects_likelier_fk' })
  likelierRow: CategoryEntity;

  @Column('double precision')
  confidence: number;
}
