import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { CategoryEntity } from '../../categories/category.entity.ts';
import { ReplayEntity } from './replay.entity.ts';

/** The table `replay_tickets` as the migrations make it: the tickets of a replay, and what each side said; none of their words. */
@Entity('replay_tickets')
@Index('replay_tickets_ticket_idx', ['ticketId'])
@Check('replay_tickets_priority_check', `priority IN ('low', 'medium', 'high', 'critical')`)
export class ReplayTicketEntity {
  @PrimaryColumn('uuid', { name: 'replay_id', primaryKeyConstraintName: 'replay_tickets_pk' })
  replayId: string;

  @ManyToOne(() => ReplayEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'replay_id', foreignKeyConstraintName: 'replay_tickets_replay_fk' })
  replay: ReplayEntity;

  @PrimaryColumn('bigint', { name: 'ticket_id', primaryKeyConstraintName: 'replay_tickets_pk' })
  ticketId: string;

  @ManyToOne('TicketEntity', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'ticket_id', foreignKeyConstraintName: 'replay_tickets_ticket_fk' })
  ticket: unknown;

  /** What people had decided when it began. */
  @Column('text')
  category: string;

  @ManyToOne(() => CategoryEntity)
  @JoinColumn({ name: 'category', foreignKeyConstraintName: 'replay_tickets_category_fk' })
  categoryRow: CategoryEntity;

  @Column('text')
  priority: string;

  @Column('jsonb', { nullable: true })
  baseline: object | null;

  @Column('jsonb', { nullable: true })
  candidate: object | null;
}
