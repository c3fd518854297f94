import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { BulkRunEntity } from './bulk-run.entity.ts';

/** The table `bulk_run_failures` as the migrations make it: which tickets a run left as they were, and why. */
@Entity('bulk_run_failures')
@Check('bulk_run_failures_reason_check', `reason ~ '^[a-z][a-z_]{0,49}$'`)
export class BulkRunFailureEntity {
  @PrimaryColumn('uuid', { name: 'run_id', primaryKeyConstraintName: 'bulk_run_failures_pk' })
  runId: string;

  @ManyToOne(() => BulkRunEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'run_id', foreignKeyConstraintName: 'bulk_run_failures_run_fk' })
  run: BulkRunEntity;

  @PrimaryColumn('bigint', { name: 'ticket_id', primaryKeyConstraintName: 'bulk_run_failures_pk' })
  ticketId: string;

  @Column('text')
  reason: string;
}
