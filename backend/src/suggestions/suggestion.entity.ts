import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { CategoryEntity } from '../categories/category.entity.ts';
import { UserEntity } from '../users/user.entity.ts';

/** The table `suggestions` as the migrations make it; queries are written in SQL in the repository. */
@Entity('suggestions')
@Index('suggestions_created_at_idx', ['createdAt'])
@Index('suggestions_shadow_idx', ['shadowOf'], { where: 'shadow_of IS NOT NULL' })
// By how sure the desk is, of what nobody has decided: an expression, which cannot be said here.
@Index('suggestions_doubt_idx', { synchronize: false })
@Index('suggestions_applied_idx', ['appliedAt'], { where: 'applied_at IS NOT NULL' })
@Unique('suggestions_ticket_unique', ['ticketId'])
@Check('suggestions_input_hash_check', `input_hash ~ '^[0-9a-f]{64}$'`)
@Check('suggestions_suggested_priority_check', `suggested_priority IN ('low', 'medium', 'high', 'critical')`)
@Check('suggestions_chosen_priority_check', `chosen_priority IN ('low', 'medium', 'high', 'critical')`)
@Check('suggestions_confidence_check', 'category_confidence BETWEEN 0 AND 1 AND priority_confidence BETWEEN 0 AND 1')
@Check('suggestions_source_check', `source ~ '^[a-z][a-z_]{0,49}$' AND asked ~ '^[a-z][a-z_]{0,49}$'`)
@Check('suggestions_failure_check', '(source <> asked) = (failure_reason IS NOT NULL)')
@Check('suggestions_shadow_check', 'shadow_of IS NULL OR (shadow_of <> id AND ticket_id IS NULL AND chosen_at IS NULL)')
@Check('suggestions_latency_check', 'latency_ms >= 0')
@Check(
  'suggestions_choice_check',
  'num_nulls(chosen_category, chosen_priority, chosen_at) IN (0, 3) AND (chosen_by IS NULL OR chosen_at IS NOT NULL)',
)
@Check('suggestions_final_priority_check', `final_priority IN ('low', 'medium', 'high', 'critical')`)
@Check(
  'suggestions_final_check',
  'num_nulls(final_category, final_priority, final_at) IN (0, 3) AND (chosen_at IS NOT NULL OR final_at IS NULL AND NOT corrected)',
)
@Check('suggestions_shown_as_check', `shown_as IN ('shown', 'hidden', 'abstained')`)
@Check('suggestions_details_check', `jsonb_typeof(details) = 'object'`)
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

  /** Whose values these are; another than the one that was asked when that one failed. */
  @Column('text')
  source: string;

  @Column('text')
  asked: string;

  @Column('text', { nullable: true })
  model: string | null;

  @Column('text', { nullable: true })
  version: string | null;

  @Column('integer', { name: 'latency_ms' })
  latencyMs: number;

  @Column('text', { name: 'failure_reason', nullable: true })
  failureReason: string | null;

  /** The suggestion that was shown instead; null for one that was shown itself. */
  @Column('uuid', { name: 'shadow_of', nullable: true })
  shadowOf: string | null;

  @ManyToOne(() => SuggestionEntity, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shadow_of', foreignKeyConstraintName: 'suggestions_shadow_fk' })
  shown: SuggestionEntity | null;

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

  @Column('bigint', { name: 'chosen_by', nullable: true })
  chosenBy: string | null;

  @ManyToOne(() => UserEntity, { nullable: true })
  @JoinColumn({ name: 'chosen_by', foreignKeyConstraintName: 'suggestions_chosen_by_fk' })
  chosenByUser: UserEntity | null;

  /** What the ticket has by now: the choice, then what people made of it later. */
  @Column('text', { name: 'final_category', nullable: true })
  finalCategory: string | null;

  @ManyToOne(() => CategoryEntity, { nullable: true })
  @JoinColumn({ name: 'final_category', foreignKeyConstraintName: 'suggestions_final_category_fk' })
  finalCategoryRow: CategoryEntity | null;

  @Column('text', { name: 'final_priority', nullable: true })
  finalPriority: string | null;

  @Column({ type: 'timestamptz', name: 'final_at', precision: 3, nullable: true })
  finalAt: Date | null;

  /** Whether somebody has changed a value after it was chosen. */
  @Column('boolean', { default: false })
  corrected: boolean;

  /** Of what judges: whether the person saw it. Of values that are only filled in it says nothing. */
  @Column('text', { name: 'shown_as', default: 'shown' })
  shownAs: string;

  /** All that led to it, as `storedDetails` writes it. */
  @Column('jsonb', { nullable: true })
  details: object | null;

  /** The numbers of the confirmed tickets that were nearest, the nearest first; null where nobody has looked. */
  @Column('bigint', { name: 'nearest_tickets', array: true, nullable: true })
  nearestTickets: string[] | null;

  /** When the desk applied it by itself; null when it did not, or somebody had the ticket wait again. */
  @Column({ type: 'timestamptz', name: 'applied_at', precision: 3, nullable: true })
  appliedAt: Date | null;
}
