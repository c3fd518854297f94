import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { UserEntity } from '../users/user.entity.ts';

/** The table `notifications` as the migrations make it. A row goes with its ticket. */
@Entity('notifications')
@Unique('notifications_event_unique', ['ticketId', 'number', 'userId', 'kind'])
@Index('notifications_bulk_run_unique', ['bulkRunId', 'userId'], { unique: true, where: 'bulk_run_id IS NOT NULL' })
@Index('notifications_newest_idx', ['userId', 'createdAt', 'id'])
@Index('notifications_unread_idx', ['userId', 'createdAt', 'id'], { where: 'read_at IS NULL' })
@Check('notifications_kind_check', `kind IN ('mention', 'assigned', 'answered', 'undelivered')`)
@Check('notifications_tickets_check', 'tickets >= 1')
export class NotificationEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'notifications_pk',
  })
  id: string;

  @Column('bigint', { name: 'user_id' })
  userId: string;

  @ManyToOne(() => UserEntity, { nullable: false })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'notifications_user_fk' })
  user: UserEntity;

  @Column('bigint', { name: 'ticket_id' })
  ticketId: string;

  @ManyToOne('TicketEntity', { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'ticket_id', foreignKeyConstraintName: 'notifications_ticket_fk' })
  ticket: object;

  /** The version of the ticket that says what happened. */
  @Column('integer')
  number: number;

  @Column('text')
  kind: string;

  /** The change of many tickets that it tells of. */
  @Column('uuid', { name: 'bulk_run_id', nullable: true })
  bulkRunId: string | null;

  @ManyToOne('BulkRunEntity', { nullable: true })
  @JoinColumn({ name: 'bulk_run_id', foreignKeyConstraintName: 'notifications_bulk_run_fk' })
  bulkRun: object | null;

  /** How many tickets it tells of. */
  @Column('integer', { default: 1 })
  tickets: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'read_at', precision: 3, nullable: true })
  readAt: Date | null;
}
