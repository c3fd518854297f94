import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ApiTokenEntity } from '../../auth/api-token.entity.ts';
import { UserEntity } from '../../users/user.entity.ts';

/** The table `bulk_runs` as the migrations make it; queries are written in SQL in the repositories. */
@Entity('bulk_runs')
@Index('bulk_runs_undo_of_unique', ['undoOf'], { unique: true, where: `state <> 'failed'` })
@Index('bulk_runs_created_at_idx', ['createdAt', 'id'])
@Check('bulk_runs_kind_check', `kind IN ('change', 'delete', 'undo', 'merge')`)
@Check('bulk_runs_state_check', `state IN ('queued', 'running', 'done', 'failed')`)
@Check('bulk_runs_via_check', 'is_via(via)')
@Check('bulk_runs_undo_check', `(kind = 'undo') = (undo_of IS NOT NULL)`)
@Check('bulk_runs_finished_check', `(state IN ('done', 'failed')) = (finished_at IS NOT NULL)`)
@Check(
  'bulk_runs_counts_check',
  'changed >= 0 AND unchanged >= 0 AND failed >= 0 AND changed + unchanged + failed <= total',
)
export class BulkRunEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'bulk_runs_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  kind: string;

  @Column('text', { default: 'queued' })
  state: string;

  @Column('jsonb')
  action: object;

  @Column('bigint', { name: 'requested_by', nullable: true })
  requestedBy: string | null;

  @ManyToOne(() => UserEntity)
  @JoinColumn({ name: 'requested_by', foreignKeyConstraintName: 'bulk_runs_requested_by_fk' })
  requestedByUser: UserEntity | null;

  @Column('text')
  via: string;

  @Column('uuid', { name: 'token_id', nullable: true })
  tokenId: string | null;

  @ManyToOne(() => ApiTokenEntity)
  @JoinColumn({ name: 'token_id', foreignKeyConstraintName: 'bulk_runs_token_fk' })
  token: ApiTokenEntity | null;

  @Column('uuid', { name: 'undo_of', nullable: true })
  undoOf: string | null;

  @ManyToOne(() => BulkRunEntity)
  @JoinColumn({ name: 'undo_of', foreignKeyConstraintName: 'bulk_runs_undo_of_fk' })
  undoOfRun: BulkRunEntity | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'finished_at', precision: 3, nullable: true })
  finishedAt: Date | null;

  @Column('integer', { name: 'batches_done', default: 0 })
  batchesDone: number;

  @Column('integer', { default: 0 })
  total: number;

  @Column('integer', { default: 0 })
  changed: number;

  @Column('integer', { default: 0 })
  unchanged: number;

  @Column('integer', { default: 0 })
  failed: number;
}
