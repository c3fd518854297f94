import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { UserEntity } from '../users/user.entity.ts';

/** The table `sessions` as the migrations make it; queries are written in SQL in the repository. */
@Entity('sessions')
@Index('sessions_user_idx', ['userId'])
@Unique('sessions_token_hash_unique', ['tokenHash'])
@Check('sessions_token_hash_check', `token_hash ~ '^[0-9a-f]{64}$'`)
export class SessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sessions_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('bigint', { name: 'user_id' })
  userId: string;

  @ManyToOne(() => UserEntity, { nullable: false })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'sessions_user_fk' })
  user: UserEntity;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'last_seen_at', precision: 3, default: () => 'now()' })
  lastSeenAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt: Date;

  @Column('text')
  address: string;

  @Column('text', { name: 'user_agent' })
  userAgent: string;
}
