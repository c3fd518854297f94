import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ContactEntity } from '../contacts/contact.entity.ts';

/** The table `customer_idempotency_keys` as the migrations make it; queries are written in SQL in the repository. */
@Entity('customer_idempotency_keys')
@Index('customer_idempotency_keys_created_at_idx', ['createdAt'])
@Check('customer_idempotency_keys_key_check', `key ~ '^[\\x20-\\x7e]{1,255}$'`)
@Check('customer_idempotency_keys_request_hash_check', `request_hash ~ '^[0-9a-f]{64}$'`)
export class CustomerIdempotencyKeyEntity {
  @PrimaryColumn('bigint', { name: 'contact_id', primaryKeyConstraintName: 'customer_idempotency_keys_pk' })
  contactId: string;

  @ManyToOne(() => ContactEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'customer_idempotency_keys_contact_fk' })
  contact: ContactEntity;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'customer_idempotency_keys_pk' })
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
