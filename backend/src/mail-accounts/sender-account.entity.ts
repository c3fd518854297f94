import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The table `mail_senders` as the migrations make it: how the desk sends mails, where an admin has set it. */
@Entity('mail_senders')
@Check('mail_senders_one_check', 'id = 1')
@Check('mail_senders_port_check', 'port BETWEEN 1 AND 65535')
@Check('mail_senders_security_check', `security IN ('tls', 'starttls', 'none')`)
@Check('mail_senders_password_check', '(username IS NULL) = (sealed_password IS NULL)')
@Check(
  'mail_senders_texts_check',
  'char_length(host) BETWEEN 1 AND 253 AND char_length(username) BETWEEN 1 AND 320 AND char_length(from_name) <= 100 AND char_length(from_address) BETWEEN 1 AND 254 AND cardinality(addresses) <= 20',
)
@Check(
  'mail_senders_oauth_check',
  `oauth IS NULL OR coalesce(oauth ->> 'clientId', '') <> ''
   AND coalesce(oauth ->> 'tokenUrl', '') ~ '^https?://' AND oauth ->> 'scope' IS NOT NULL`,
)
@Check('mail_senders_version_check', 'version >= 1')
export class SenderAccountEntity {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'mail_senders_pk', default: 1 })
  id: number;

  @Column('text')
  host: string;

  @Column('integer')
  port: number;

  @Column('text')
  security: string;

  @Column('text', { nullable: true })
  username: string | null;

  /** An `OAuthClient`; null where a password lets in. */
  @Column('jsonb', { nullable: true })
  oauth: unknown;

  /** Or what an `OAuthClient` gets its tokens by. */
  @Column('text', { name: 'sealed_password', nullable: true })
  sealedPassword: string | null;

  @Column('text', { name: 'from_name' })
  fromName: string;

  @Column('text', { name: 'from_address' })
  fromAddress: string;

  @Column('text', { array: true, default: [] })
  addresses: string[];

  @Column('boolean', { name: 'plus_address', default: false })
  plusAddress: boolean;

  @Column('boolean', { default: false })
  receipts: boolean;

  @Column('integer', { default: 1 })
  version: number;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
