import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The table `portal_links` as the migrations make it: links that nobody has used yet. */
@Entity('portal_links')
@Index('portal_links_expires_at_idx', ['expiresAt'])
@Check('portal_links_token_hash_check', `token_hash ~ '^[0-9a-f]{64}$'`)
export class PortalLinkEntity {
  @PrimaryColumn('text', { name: 'token_hash', primaryKeyConstraintName: 'portal_links_pk' })
  tokenHash: string;

  @Column('text')
  address: string;

  /** What somebody new is called; may be empty. */
  @Column('text')
  name: string;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt: Date;
}
