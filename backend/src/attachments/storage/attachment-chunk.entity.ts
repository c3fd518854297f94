import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AttachmentEntity } from '../attachment.entity.ts';

/** The table `attachment_chunks` as the migrations make it: contents that are kept in the database. */
@Entity('attachment_chunks')
@Check('attachment_chunks_position_check', 'position >= 0')
export class AttachmentChunkEntity {
  @PrimaryColumn('uuid', { name: 'attachment_id', primaryKeyConstraintName: 'attachment_chunks_pk' })
  attachmentId: string;

  @ManyToOne(() => AttachmentEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'attachment_id', foreignKeyConstraintName: 'attachment_chunks_attachment_fk' })
  attachment: AttachmentEntity;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'attachment_chunks_pk' })
  position: number;

  @Column('bytea')
  content: Buffer;
}
