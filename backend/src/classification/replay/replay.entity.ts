import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ApiTokenEntity } from '../../auth/api-token.entity.ts';
import { UserEntity } from '../../users/user.entity.ts';

/** The table `replays` as the migrations make it; queries are written in SQL in the repositories. */
@Entity('replays')
@Index('replays_open_unique', ['open'], { unique: true, where: 'open' })
@Index('replays_created_at_idx', ['createdAt', 'id'])
@Check('replays_state_check', `state IN ('queued', 'running', 'done', 'failed', 'cancelled')`)
@Check('replays_via_check', 'is_via(via)')
@Check('replays_open_check', `open = (state IN ('queued', 'running')) AND open = (finished_at IS NULL)`)
@Check('replays_result_check', `(state = 'done') = (result IS NOT NULL)`)
@Check('replays_failure_check', `(state = 'failed') = (failure IS NOT NULL)`)
@Check('replays_counts_check', 'answered >= 0 AND answered <= questions AND attempts >= 0')
export class ReplayEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'replays_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('text', { default: 'queued' })
  state: string;

  /** Whether it waits or is being done: one at a time. */
  @Column('boolean', { default: true })
  open: boolean;

  @Column('jsonb')
  plan: object;

  @Column('bigint', { name: 'requested_by', nullable: true })
  requestedBy: string | null;

  @ManyToOne(() => UserEntity)
  @JoinColumn({ name: 'requested_by', foreignKeyConstraintName: 'replays_requested_by_fk' })
  requestedByUser: UserEntity | null;

  @Column('text')
  via: string;

  @Column('uuid', { name: 'token_id', nullable: true })
  tokenId: string | null;

  @ManyToOne(() => ApiTokenEntity)
  @JoinColumn({ name: 'token_id', foreignKeyConstraintName: 'replays_token_fk' })
  token: ApiTokenEntity | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'finished_at', precision: 3, nullable: true })
  finishedAt: Date | null;

  /** How often a process has begun with it, or gone on. */
  @Column('integer', { default: 0 })
  attempts: number;

  @Column('integer', { default: 0 })
  answered: number;

  @Column('integer', { default: 0 })
  questions: number;

  @Column('text', { nullable: true })
  failure: string | null;

  @Column('jsonb', { nullable: true })
  result: object | null;
}
