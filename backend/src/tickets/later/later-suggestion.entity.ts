import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { CategoryEntity } from '../../categories/category.entity.ts';
import { UserEntity } from '../../users/user.entity.ts';
import { TicketEntity } from '../ticket.entity.ts';

/** The table `later_suggestions` as the migrations make it. It keeps no words, and goes with its ticket. */
@Entity('later_suggestions')
@Index('later_suggestions_open_idx', ['ticketId'], { unique: true, where: 'decided_at IS NULL' })
@Index('later_suggestions_ticket_idx', ['ticketId'])
@Check('later_suggestions_number_check', 'number > 1')
@Check('later_suggestions_value_check', 'num_nonnulls(category, priority) > 0')
@Check('later_suggestions_priority_check', `priority IN ('low', 'medium', 'high', 'critical')`)
@Check(
  'later_suggestions_confidence_check',
  'category_confidence BETWEEN 0 AND 1 AND priority_confidence BETWEEN 0 AND 1',
)
@Check('later_suggestions_source_check', `source ~ '^[a-z][a-z_]{0,49}$'`)
@Check(
  'later_suggestions_decision_check',
  `decision IN ('taken', 'left', 'overtaken') AND (decision IS NULL) = (decided_at IS NULL)
   AND (decided_by IS NULL OR decided_at IS NOT NULL)`,
)
export class LaterSuggestionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'later_suggestions_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('bigint', { name: 'ticket_id' })
  ticketId: string;

  @ManyToOne(() => TicketEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'ticket_id', foreignKeyConstraintName: 'later_suggestions_ticket_fk' })
  ticket: TicketEntity;

  /** Of the message that it came of. */
  @Column('integer')
  number: number;

  /** Null where the ticket may keep its own, as with the priority. */
  @Column('text', { nullable: true })
  category: string | null;

  @ManyToOne(() => CategoryEntity, { nullable: true })
  @JoinColumn({ name: 'category', foreignKeyConstraintName: 'later_suggestions_category_fk' })
  categoryRow: CategoryEntity | null;

  @Column('text', { nullable: true })
  priority: string | null;

  @Column('double precision', { name: 'category_confidence', nullable: true })
  categoryConfidence: number | null;

  @Column('double precision', { name: 'priority_confidence', nullable: true })
  priorityConfidence: number | null;

  /** What the ticket had then: it is suggested only while it still has that. */
  @Column('text', { name: 'had_category' })
  hadCategory: string;

  @Column('text', { name: 'had_priority' })
  hadPriority: string;

  @Column('text')
  source: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  /** What became of it; of one that a later one replaced that it was overtaken. */
  @Column('text', { nullable: true })
  decision: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at', precision: 3, nullable: true })
  decidedAt: Date | null;

  @Column('bigint', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @ManyToOne(() => UserEntity, { nullable: true })
  @JoinColumn({ name: 'decided_by', foreignKeyConstraintName: 'later_suggestions_decided_by_fk' })
  decidedByUser: UserEntity | null;
}
