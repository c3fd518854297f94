import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../users/user.entity.ts';

/** The table `desk_settings` as the migrations make it: one row, whose nulls are what the environment says. */
@Entity('desk_settings')
@Check('desk_settings_one_check', 'id = 1')
@Check('desk_settings_fallback_check', `fallback IN ('defaults', 'local')`)
@Check('desk_settings_hidden_share_check', 'hidden_share BETWEEN 0 AND 0.5')
@Check('desk_settings_category_threshold_check', 'category_threshold BETWEEN 0 AND 1')
@Check('desk_settings_priority_threshold_check', 'priority_threshold BETWEEN 0 AND 1')
@Check(
  'desk_settings_mask_patterns_check',
  `jsonb_typeof(mask_patterns) = 'array' AND jsonb_array_length(mask_patterns) <= 20`,
)
@Check('desk_settings_daily_budget_check', 'daily_budget BETWEEN 0 AND 1000000')
@Check('desk_settings_prices_check', `jsonb_typeof(prices) = 'object'`)
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

  @Column('double precision', { name: 'category_threshold', nullable: true })
  categoryThreshold: number | null;

  @Column('double precision', { name: 'priority_threshold', nullable: true })
  priorityThreshold: number | null;

  @Column('boolean', { nullable: true })
  masking: boolean | null;

  @Column('jsonb', { name: 'mask_patterns', nullable: true })
  maskPatterns: unknown;

  @Column('boolean', { nullable: true })
  examples: boolean | null;

  @Column('numeric', { name: 'daily_budget', precision: 12, scale: 2, nullable: true })
  dailyBudget: string | null;

  @Column('jsonb', { nullable: true })
  prices: unknown;
}
