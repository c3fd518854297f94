import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { CategoryEntity } from '../categories/category.entity.ts';
import { UserEntity } from '../users/user.entity.ts';

/** The table `kept_categories` as the migrations make it: an admin has looked at a ticket and left it where it is. */
@Entity('kept_categories')
export class KeptCategoryEntity {
  @PrimaryColumn('bigint', { name: 'ticket_id', primaryKeyConstraintName: 'kept_categories_pk' })
  ticketId: string;

  @ManyToOne('TicketEntity', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'ticket_id', foreignKeyConstraintName: 'kept_categories_ticket_fk' })
  ticket: unknown;

  @Column('text')
  category: string;

  @ManyToOne(() => CategoryEntity)
  @JoinColumn({ name: 'category', foreignKeyConstraintName: 'kept_categories_category_fk' })
  categoryRow: CategoryEntity;

  @Column('bigint', { name: 'kept_by', nullable: true })
  keptBy: string | null;

  @ManyToOne(() => UserEntity)
  @JoinColumn({ name: 'kept_by', foreignKeyConstraintName: 'kept_categories_kept_by_fk' })
  keptByUser: UserEntity | null;

  @Column({ type: 'timestamptz', name: 'kept_at', precision: 3, default: () => 'now()' })
  keptAt: Date;
}
