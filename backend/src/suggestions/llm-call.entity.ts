import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { SuggestionEntity } from './suggestion.entity.ts';

/** The table `llm_calls` as the migrations make it; queries are written in SQL in the repository. */
@Entity('llm_calls')
@Index('llm_calls_created_at_idx', ['createdAt'])
@Index('llm_calls_suggestion_idx', ['suggestionId'], { where: 'suggestion_id IS NOT NULL' })
@Index('llm_calls_texts_idx', ['createdAt'], { where: 'sent IS NOT NULL' })
@Index('llm_calls_tickets_idx', ['ticketIds'], { where: 'sent IS NOT NULL', type: 'gin' })
@Check(
  'llm_calls_tokens_check',
  'num_nulls(prompt_tokens, completion_tokens) IN (0, 2) AND prompt_tokens >= 0 AND completion_tokens >= 0',
)
@Check('llm_calls_cost_check', 'cost IS NULL OR cost >= 0 AND prompt_tokens IS NOT NULL')
@Check('llm_calls_end_check', 'ended_at IS NOT NULL OR num_nonnulls(answer, failure, prompt_tokens, cost) = 0')
export class LlmCallEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'llm_calls_pk', default: () => 'uuidv7()' })
  id: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('text')
  model: string;

  /** The suggestion that came of it; null for one that was only tried, or that nobody waited for. */
  @Column('uuid', { name: 'suggestion_id', nullable: true })
  suggestionId: string | null;

  @ManyToOne(() => SuggestionEntity, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'suggestion_id', foreignKeyConstraintName: 'llm_calls_suggestion_fk' })
  suggestion: SuggestionEntity | null;

  /** The tickets whose texts are in `sent`: the one asked about, if there is one, and the examples. */
  @Column('bigint', { name: 'ticket_ids', array: true, default: () => `'{}'` })
  ticketIds: string[];

  /** The body of the request as it was sent; null once it is forgotten. */
  @Column('json', { nullable: true })
  sent: object | null;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('text', { nullable: true })
  failure: string | null;

  @Column('integer', { name: 'prompt_tokens', nullable: true })
  promptTokens: number | null;

  @Column('integer', { name: 'completion_tokens', nullable: true })
  completionTokens: number | null;

  /** By the price of the day, in its currency. */
  @Column('numeric', { precision: 14, scale: 8, nullable: true })
  cost: string | null;

  @Column({ type: 'timestamptz', name: 'ended_at', precision: 3, nullable: true })
  endedAt: Date | null;
}
