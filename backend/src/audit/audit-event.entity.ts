import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { UserEntity } from '../users/user.entity.ts';

/** The table `audit_events` as the migrations make it. A trigger refuses every update, deletion and truncation. */
@Entity('audit_events')
@Index('audit_events_newest_idx', ['occurredAt', 'id'])
@Index('audit_events_actor_newest_idx', ['actorId', 'occurredAt', 'id'])
@Index('audit_events_subject_newest_idx', ['subjectType', 'subjectId', 'occurredAt', 'id'])
@Index('audit_events_kind_newest_idx', ['kind', 'occurredAt', 'id'])
@Index('audit_events_searched_idx', ['id'], { where: `details #> '{filter,search}' IS NOT NULL` })
@Check('audit_events_kind_check', `kind ~ '^[a-z][a-z_]{0,49}$'`)
@Check('audit_events_via_check', 'is_via(via)')
export class AuditEventEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'audit_events_pk',
  })
  id: string;

  @Column({ type: 'timestamptz', name: 'occurred_at', precision: 3, default: () => 'now()' })
  occurredAt: Date;

  @Column('text')
  kind: string;

  @Column('bigint', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @ManyToOne(() => UserEntity)
  @JoinColumn({ name: 'actor_id', foreignKeyConstraintName: 'audit_events_actor_fk' })
  actor: UserEntity | null;

  @Column('text')
  via: string;

  @Column('text', { nullable: true })
  address: string | null;

  @Column('text', { name: 'subject_type', nullable: true })
  subjectType: string | null;

  @Column('text', { name: 'subject_id', nullable: true })
  subjectId: string | null;

  @Column('text', { name: 'subject_label', nullable: true })
  subjectLabel: string | null;

  @Column('jsonb', { default: {} })
  details: object;
}
