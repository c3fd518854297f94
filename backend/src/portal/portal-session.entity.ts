import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The table `portal_sessions` as the migrations make it. Whose session it is, is said by who has the address. */
@Entity('portal_sessions')
@Unique('portal_sessions_token_hash_unique', ['tokenHash'])
@Check('portal_sessions_token_hash_check', `token_hash ~ '^[0-9a-f]{64}$'`)
export class PortalSessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'portal_sessions_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('text')
  address: string;

  @Column('text', { name: 'address_key' })
  addressKey: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'last_seen_at', precision: 3, default: () => 'now()' })
  lastSeenAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt: Date;
}
