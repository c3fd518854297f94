import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../users/user.entity.ts';

/** The table `idempotency_keys` as the migrations make it; queries are written in SQL in the repository. */
@Entity('idempotency_keys')
@Index('idempotency_keys_created_at_idx', ['createdAt'])
@Check('idempotency_keys_key_check', `key ~ '^[\\x20-\\x7e]{1,255}$'`)
@Check('idempotency_keys_request_hash_check', `request_hash ~ '^[0-9a-f]{64}$'`)
export class IdempotencyKeyEntity {
  @PrimaryColumn('bigint', { name: 'user_id', primaryKeyConstraintName: 'idempotency_keys_pk' })
  userId: string;

  @ManyToOne(() => UserEntity, { nullable: false })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'idempotency_keys_user_fk' })
  user: UserEntity;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_keys_pk' })
  key: string;

  @Column('text', { name: 'request_hash' })
  requestHash: string;

  /** Set before the transaction ends that wrote the key. */
  @Column('bigint', { name: 'ticket_id', nullable: true })
  ticketId: string | null;

  /** Of a message, its number within the ticket. */
  @Column('integer', { name: 'message_number', nullable: true })
  messageNumber: number | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
