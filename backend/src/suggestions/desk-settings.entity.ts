import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../users/user.entity.ts';

/** The table `desk_settings` as the migrations make it: one row, whose nulls are what the environment says. */
@Entity('desk_settings')
@Check('desk_settings_one_check', 'id = 1')
@Check('desk_settings_fallback_check', `fallback IN ('defaults', 'local')`)
@Check('desk_settings_hidden_share_check', 'hidden_share BETWEEN 0 AND 0.5')
@Check('desk_settings_version_check', 'version >= 1')
export class DeskSettingsEntity {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'desk_settings_pk', default: 1 })
  id: number;

  @Column('text', { nullable: true })
  fallback: string | null;

  @Column('double precision', { name: 'hidden_share', nullable: true })
  hiddenShare: number | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3, default: () => 'now()' })
  updatedAt: Date;

  @Column('bigint', { name: 'updated_by', nullable: true })
  updatedBy: string | null;

  @ManyToOne(() => UserEntity, { nullable: true })
  @JoinColumn({ name: 'updated_by', foreignKeyConstraintName: 'desk_settings_updated_by_fk' })
  updatedByUser: UserEntity | null;
}
