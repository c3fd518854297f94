import { type ConstraintMeanings, faults } from '../common/problems/constraint-meanings.ts';

export const ATTACHMENT_CONSTRAINTS: ConstraintMeanings = faults(
  'attachments_pk',
  'attachments_uploaded_by_fk',
  'attachments_ticket_fk',
  'attachments_name_check',
  'attachments_size_check',
  'attachments_storage_check',
  'attachments_sha256_check',
  'attachments_arrived_check',
  'attachments_attached_check',
  'attachment_bytes_pk',
  'attachment_chunks_pk',
  'attachment_chunks_attachment_fk',
  'attachment_chunks_position_check',
);
