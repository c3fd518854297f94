import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AttachmentEntity } from '../attachments/attachment.entity.ts';
import { CannedAnswerEntity } from './canned-answer.entity.ts';

/** The table `canned_files` as the migrations make it: which attachments a canned answer has. They stay until it is gone for good. */
@Entity('canned_files')
@Index('canned_files_answer_idx', ['answerId', 'position'])
export class CannedFileEntity {
  @PrimaryColumn('uuid', { name: 'attachment_id', primaryKeyConstraintName: 'canned_files_pk' })
  attachmentId: string;

  @ManyToOne(() => AttachmentEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'attachment_id', foreignKeyConstraintName: 'canned_files_attachment_fk' })
  attachment: AttachmentEntity;

  @Column('bigint', { name: 'canned_answer' })
  answerId: string;

  @ManyToOne(() => CannedAnswerEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'canned_answer', foreignKeyConstraintName: 'canned_files_answer_fk' })
  answer: CannedAnswerEntity;

  @Column('smallint')
  position: number;
}
