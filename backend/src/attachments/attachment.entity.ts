import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { TicketEntity } from '../tickets/ticket.entity.ts';
import { UserEntity } from '../users/user.entity.ts';

/** The table `attachments` as the migrations make it; queries are written in SQL in the repository. */
@Entity('attachments')
@Index('attachments_message_idx', ['ticketId', 'messageNumber', 'position'], { where: 'ticket_id IS NOT NULL' })
@Index('attachments_orphan_idx', ['id'], { where: 'ticket_id IS NULL' })
@Check('attachments_name_check', `char_length(name) BETWEEN 1 AND 255`)
@Check('attachments_size_check', 'size >= 0')
@Check('attachments_storage_check', `storage IN ('database', 'folder', 's3')`)
@Check('attachments_sha256_check', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('attachments_arrived_check', '(arrived_at IS NULL) = (sha256 IS NULL)')
@Check('attachments_attached_check', 'ticket_id IS NULL OR attached_at IS NOT NULL AND message_number IS NOT NULL')
export class AttachmentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attachments_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  name: string;

  @Column('text', { default: 'application/octet-stream' })
  type: string;

  @Column('bigint')
  size: string;

  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('text')
  storage: string;

  @Column('bigint', { name: 'uploaded_by', nullable: true })
  uploadedBy: string | null;

  @ManyToOne(() => UserEntity, { nullable: true })
  @JoinColumn({ name: 'uploaded_by', foreignKeyConstraintName: 'attachments_uploaded_by_fk' })
  uploadedByRow: UserEntity | null;

  @Column('bigint', { name: 'ticket_id', nullable: true })
  ticketId: string | null;

  @ManyToOne(() => TicketEntity, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'ticket_id', foreignKeyConstraintName: 'attachments_ticket_fk' })
  ticket: TicketEntity | null;

  /** The number that its message has in the ticket. */
  @Column('integer', { name: 'message_number', nullable: true })
  messageNumber: number | null;

  @Column('smallint', { nullable: true })
  position: number | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'arrived_at', precision: 3, nullable: true })
  arrivedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'attached_at', precision: 3, nullable: true })
  attachedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'removing_at', precision: 3, nullable: true })
  removingAt: Date | null;

  @Column('bytea', { nullable: true })
  thumbnail: Buffer | null;
}
