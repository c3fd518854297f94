import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { CategoryEntity } from '../categories/category.entity.ts';

/** The table `suggestions` as the migrations make it; queries are written in SQL in the repository. */
@Entity('suggestions')
@Index('suggestions_created_at_idx', ['createdAt'])
@Unique('suggestions_ticket_unique', ['ticketId'])
@Check('suggestions_input_hash_check', `input_hash ~ '^[0-9a-f]{64}$'`)
@Check('suggestions_suggested_priority_check', `suggested_priority IN ('low', 'medium', 'high', 'critical')`)
@Check('suggestions_chosen_priority_check', `chosen_priority IN ('low', 'medium', 'high', 'critical')`)
@Check('suggestions_confidence_check', 'category_confidence BETWEEN 0 AND 1 AND priority_confidence BETWEEN 0 AND 1')
@Check('suggestions_source_check', `source IN ('llm', 'default')`)
@Check('suggestions_failure_check', `(source = 'default') = (failure_reason IS NOT NULL)`)
@Check('suggestions_latency_check', 'latency_ms >= 0')
@Check(
  'suggestions_choice_check',
  'num_nulls(chosen_category, chosen_priority, chosen_at) IN (0, 3) AND (ticket_id IS NULL OR chosen_at IS NOT NULL)',
)
export class SuggestionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'suggestions_pk', default: () => 'uuidv7()' })
  id: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('text', { name: 'input_hash' })
  inputHash: string;

  @Column('text', { name: 'suggested_category' })
  suggestedCategory: string;

  @ManyToOne(() => CategoryEntity, { nullable: false })
  @JoinColumn({ name: 'suggested_category', foreignKeyConstraintName: 'suggestions_suggested_category_fk' })
  suggestedCategoryRow: CategoryEntity;

  @Column('text', { name: 'suggested_priority' })
  suggestedPriority: string;

  @Column('double precision', { name: 'category_confidence', nullable: true })
  categoryConfidence: number | null;

  @Column('double precision', { name: 'priority_confidence', nullable: true })
  priorityConfidence: number | null;

  @Column('text')
  source: string;

  @Column('text', { nullable: true })
  model: string | null;

  @Column('text', { name: 'prompt_version', nullable: true })
  promptVersion: string | null;

  @Column('integer', { name: 'latency_ms' })
  latencyMs: number;

  @Column('text', { name: 'failure_reason', nullable: true })
  failureReason: string | null;

  @Column('bigint', { name: 'ticket_id', nullable: true })
  ticketId: string | null;

  // By its name: the room of the tickets stands above this one.
  @ManyToOne('TicketEntity', { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'ticket_id', foreignKeyConstraintName: 'suggestions_ticket_fk' })
  ticketRow: object | null;

  @Column('text', { name: 'chosen_category', nullable: true })
  chosenCategory: string | null;

  @ManyToOne(() => CategoryEntity, { nullable: true })
  @JoinColumn({ name: 'chosen_category', foreignKeyConstraintName: 'suggestions_chosen_category_fk' })
  chosenCategoryRow: CategoryEntity | null;

  @Column('text', { name: 'chosen_priority', nullable: true })
  chosenPriority: string | null;

  @Column({ type: 'timestamptz', name: 'chosen_at', precision: 3, nullable: true })
  chosenAt: Date | null;
}
