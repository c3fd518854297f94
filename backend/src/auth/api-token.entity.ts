import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { UserEntity } from '../users/user.entity.ts';

/** The table `api_tokens` as the migrations make it; queries are written in SQL in the repository. */
@Entity('api_tokens')
@Index('api_tokens_user_idx', ['userId'])
@Unique('api_tokens_token_hash_unique', ['tokenHash'])
@Check('api_tokens_name_check', `char_length(name) <= 80 AND is_visible(name)`)
@Check(
  'api_tokens_scopes_check',
  `scopes <@ ARRAY['tickets:read', 'tickets:write', 'admin'] AND cardinality(scopes) > 0`,
)
@Check('api_tokens_token_hash_check', `token_hash ~ '^[0-9a-f]{64}$'`)
export class ApiTokenEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_tokens_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('bigint', { name: 'user_id' })
  userId: string;

  @ManyToOne(() => UserEntity, { nullable: false })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'api_tokens_user_fk' })
  user: UserEntity;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  scopes: string[];

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'last_used_at', precision: 3, nullable: true })
  lastUsedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'revoked_at', precision: 3, nullable: true })
  revokedAt: Date | null;
}
