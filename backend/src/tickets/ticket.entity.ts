import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { CategoryEntity } from '../categories/category.entity.ts';
import { ContactEntity } from '../contacts/contact.entity.ts';
import { UserEntity } from '../users/user.entity.ts';

/** What is deleted costs lists nothing. */
const LIVE = 'deleted_at IS NULL';

/** The table `tickets` as the migrations make it; queries are written in SQL in the repositories. */
@Entity('tickets')
@Index('tickets_newest_idx', ['createdAt', 'id'], { where: LIVE })
@Index('tickets_status_newest_idx', ['status', 'createdAt', 'id'], { where: LIVE })
@Index('tickets_category_newest_idx', ['category', 'createdAt', 'id'], { where: LIVE })
@Index('tickets_priority_newest_idx', ['priority', 'createdAt', 'id'], { where: LIVE })
@Index('tickets_filters_newest_idx', ['status', 'category', 'priority', 'createdAt', 'id'], { where: LIVE })
@Index('tickets_changed_idx', ['updatedAt', 'id'], { where: LIVE })
@Index('tickets_status_changed_idx', ['status', 'updatedAt', 'id'], { where: LIVE })
// On coalesce(assignee, 0), which cannot be said here.
@Index('tickets_assignee_newest_idx', { synchronize: false })
@Index('tickets_assignee_changed_idx', { synchronize: false })
@Index('tickets_unresolved_urgent_idx', ['priority', 'createdAt', 'id'], { where: `resolved_at IS NULL AND ${LIVE}` })
@Index('tickets_pending_idx', ['createdAt', 'id'], { where: `triage = 'pending' AND ${LIVE}` })
// On hashint8(id), the lot of a ticket.
@Index('tickets_pending_lot_idx', { synchronize: false })
@Index('tickets_duplicate_idx', ['duplicateOf', 'id'], { where: 'duplicate_of IS NOT NULL AND deleted_at IS NULL' })
@Index('tickets_requester_idx', ['requester', 'createdAt', 'id'], { where: `requester IS NOT NULL AND ${LIVE}` })
@Index('tickets_deleted_at_idx', ['deletedAt'], { where: 'deleted_at IS NOT NULL' })
@Check('tickets_title_length_check', `char_length(title) <= 200 AND is_visible(title)`)
@Check('tickets_description_length_check', `char_length(description) <= 20000 AND is_visible(description)`)
@Check('tickets_priority_check', `priority IN ('low', 'medium', 'high', 'critical')`)
@Check('tickets_status_check', `status IN ('open', 'in_progress', 'resolved', 'closed')`)
@Check('tickets_resolved_at_check', `(status IN ('resolved', 'closed')) = (resolved_at IS NOT NULL)`)
@Check('tickets_closed_at_check', `(status = 'closed') = (closed_at IS NOT NULL)`)
@Check('tickets_triage_check', `triage IN ('pending')`)
@Check('tickets_duplicate_check', `duplicate_of <> id AND status = 'closed' OR duplicate_of IS NULL`)
@Check('tickets_version_check', 'version >= 1')
export class TicketEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'tickets_pk',
  })
  id: string;

  @Column('text')
  title: string;

  @Column('text')
  description: string;

  @Column('text')
  category: string;

  @ManyToOne(() => CategoryEntity, { nullable: false })
  @JoinColumn({ name: 'category', referencedColumnName: 'key', foreignKeyConstraintName: 'tickets_category_fk' })
  categoryRow: CategoryEntity;

  @Column('text')
  priority: string;

  @Column('text', { default: 'open' })
  status: string;

  @Column('bigint', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @ManyToOne(() => UserEntity)
  @JoinColumn({ name: 'created_by', foreignKeyConstraintName: 'tickets_created_by_fk' })
  createdByUser: UserEntity | null;

  @Column('bigint', { nullable: true })
  assignee: string | null;

  @ManyToOne(() => UserEntity)
  @JoinColumn({ name: 'assignee', foreignKeyConstraintName: 'tickets_assignee_fk' })
  assigneeUser: UserEntity | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3, default: () => 'now()' })
  updatedAt: Date;

  @Column({ type: 'timestamptz', name: 'resolved_at', precision: 3, nullable: true })
  resolvedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'closed_at', precision: 3, nullable: true })
  closedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;

  /** `pending` while nobody has sorted it: its category and priority are only filled in. */
  @Column('text', { nullable: true })
  triage: string | null;

  /** The number of the ticket that says the same. No foreign key: that one may be gone for good. */
  @Column('bigint', { name: 'duplicate_of', nullable: true })
  duplicateOf: string | null;

  /** Who asks. */
  @Column('bigint', { nullable: true })
  requester: string | null;

  @ManyToOne(() => ContactEntity)
  @JoinColumn({ name: 'requester', foreignKeyConstraintName: 'tickets_requester_fk' })
  requesterRow: ContactEntity | null;

  /** Null while the ticket is there for people; for a while after that it can be restored, with all that refers to it. */
  @Column({ type: 'timestamptz', name: 'deleted_at', precision: 3, nullable: true })
  deletedAt: Date | null;
}
