import { type ConstraintMeanings, faults } from '../common/problems/constraint-meanings.ts';

export const PORTAL_CONSTRAINTS: ConstraintMeanings = faults(
  'portal_links_pk',
  'portal_links_token_hash_check',
  'portal_sessions_pk',
  'portal_sessions_token_hash_unique',
  'portal_sessions_token_hash_check',
  'portal_uploads_pk',
  'portal_uploads_attachment_fk',
  'portal_uploads_contact_fk',
);
