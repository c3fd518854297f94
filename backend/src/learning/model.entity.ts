import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { UserEntity } from '../users/user.entity.ts';

/** The table `models` as the migrations make it; queries are written in SQL in the repositories. */
@Entity('models')
@Index('models_active_unique', ['state'], { unique: true, where: `state = 'active'` })
@Index('models_created_at_idx', ['createdAt', 'id'])
@Check('models_state_check', `state IN ('active', 'aside', 'earlier')`)
@Check('models_why_check', `why ~ '^[a-z][a-z_]{0,49}$'`)
@Check('models_bytes_check', `state <> 'active' OR bytes IS NOT NULL`)
export class ModelEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'models_pk',
  })
  id: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('text')
  version: string;

  /** Of the bytes: a process that cannot read them leaves them alone. */
  @Column('integer')
  format: number;

  @Column('text')
  state: string;

  @Column('text')
  why: string;

  @Column('bigint', { name: 'activated_by', nullable: true })
  activatedBy: string | null;

  @ManyToOne(() => UserEntity)
  @JoinColumn({ name: 'activated_by', foreignKeyConstraintName: 'models_activated_by_fk' })
  activatedByUser: UserEntity | null;

  /** When the desk last learned what came out as this model; null for what was shipped with it. */
  @Column({ type: 'timestamptz', name: 'tried_at', precision: 3, nullable: true })
  triedAt: Date | null;

  @Column('jsonb')
  metrics: object;

  @Column('jsonb', { name: 'learned_from' })
  learnedFrom: object;

  /** How it did beside the one that answered then; null when there was nothing to compare. */
  @Column('jsonb', { nullable: true })
  comparison: object | null;

  @Column('jsonb', { name: 'held_out', nullable: true })
  heldOut: object | null;

  @Column('bytea', { nullable: true })
  bytes: Buffer | null;
}
