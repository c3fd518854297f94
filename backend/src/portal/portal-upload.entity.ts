import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AttachmentEntity } from '../attachments/attachment.entity.ts';
import { ContactEntity } from '../contacts/contact.entity.ts';

/** The table `portal_uploads` as the migrations make it: which customer uploaded a file. */
@Entity('portal_uploads')
@Index('portal_uploads_contact_idx', ['contactId'])
export class PortalUploadEntity {
  @PrimaryColumn('uuid', { name: 'attachment_id', primaryKeyConstraintName: 'portal_uploads_pk' })
  attachmentId: string;

  @ManyToOne(() => AttachmentEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'attachment_id', foreignKeyConstraintName: 'portal_uploads_attachment_fk' })
  attachment: AttachmentEntity;

  @Column('bigint', { name: 'contact_id' })
  contactId: string;

  @ManyToOne(() => ContactEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'portal_uploads_contact_fk' })
  contact: ContactEntity;
}
