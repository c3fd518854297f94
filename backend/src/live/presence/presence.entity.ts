import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { SessionEntity } from '../../auth/session.entity.ts';
import { UserEntity } from '../../users/user.entity.ts';

/**
 * The table `presence` as the migrations make it. Its rows live for seconds, and a ticket that is gone meanwhile is not told:
 * a foreign key to it would have everybody who opens a ticket write to the ticket's row.
 */
@Entity('presence')
@Index('presence_session_idx', ['sessionId'])
@Check('presence_activity_check', `activity IN ('looking', 'writing', 'changing')`)
export class PresenceEntity {
  @PrimaryColumn('bigint', { name: 'user_id', primaryKeyConstraintName: 'presence_pk' })
  userId: string;

  @ManyToOne(() => UserEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'presence_user_fk' })
  user: UserEntity;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'presence_pk' })
  place: string;

  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId: string | null;

  @ManyToOne(() => SessionEntity, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'presence_session_fk' })
  session: SessionEntity | null;

  @Column('bigint', { name: 'ticket_id' })
  ticketId: string;

  @Column('text')
  activity: string;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;
}
