import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { CategoryEntity } from '../categories/category.entity.ts';
import { UserEntity } from '../users/user.entity.ts';

/** The table `automatic_categories` as the migrations make it; a category that has no row was never decided about. */
@Entity('automatic_categories')
@Check('automatic_categories_target_check', 'target BETWEEN 0.5 AND 0.99')
@Check(
  'automatic_categories_stopped_check',
  'num_nulls(stopped_at, stopped_right, stopped_of) IN (0, 3) AND NOT (enabled AND stopped_at IS NOT NULL)',
)
export class AutomaticCategoryEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'automatic_categories_pk' })
  category: string;

  @ManyToOne(() => CategoryEntity, { nullable: false })
  @JoinColumn({ name: 'category', foreignKeyConstraintName: 'automatic_categories_category_fk' })
  categoryRow: CategoryEntity;

  @Column('boolean')
  enabled: boolean;

  @Column('double precision')
  target: number;

  @Column({ type: 'timestamptz', name: 'changed_at', precision: 3, default: () => 'now()' })
  changedAt: Date;

  @Column('bigint', { name: 'changed_by', nullable: true })
  changedBy: string | null;

  @ManyToOne(() => UserEntity, { nullable: true })
  @JoinColumn({ name: 'changed_by', foreignKeyConstraintName: 'automatic_categories_changed_by_fk' })
  changedByUser: UserEntity | null;

  /** When the desk stopped it by itself, and by which record; null unless it did. */
  @Column({ type: 'timestamptz', name: 'stopped_at', precision: 3, nullable: true })
  stoppedAt: Date | null;

  @Column('integer', { name: 'stopped_right', nullable: true })
  stoppedRight: number | null;

  @Column('integer', { name: 'stopped_of', nullable: true })
  stoppedOf: number | null;
}
