import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { BulkRunEntity } from './bulk-run.entity.ts';

/** The table `bulk_run_batches` as the migrations make it: the tickets that a run has yet to work on. */
@Entity('bulk_run_batches')
export class BulkRunBatchEntity {
  @PrimaryColumn('uuid', { name: 'run_id', primaryKeyConstraintName: 'bulk_run_batches_pk' })
  runId: string;

  @ManyToOne(() => BulkRunEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'run_id', foreignKeyConstraintName: 'bulk_run_batches_run_fk' })
  run: BulkRunEntity;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'bulk_run_batches_pk' })
  number: number;

  @Column('bigint', { name: 'ticket_ids', array: true })
  ticketIds: string[];
}
