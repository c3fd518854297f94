import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** The table `mail_accounts` as the migrations make it: the mailboxes that admins have set up. */
@Entity('mail_accounts')
@Unique('mail_accounts_name_unique', ['name'])
@Check('mail_accounts_port_check', 'port BETWEEN 1 AND 65535')
@Check('mail_accounts_security_check', `security IN ('tls', 'starttls', 'none')`)
@Check(
  'mail_accounts_texts_check',
  'char_length(host) BETWEEN 1 AND 253 AND char_length(username) BETWEEN 1 AND 320 AND char_length(folder) BETWEEN 1 AND 200 AND cardinality(addresses) <= 20',
)
@Check(
  'mail_accounts_oauth_check',
  `oauth IS NULL OR coalesce(oauth ->> 'clientId', '') <> ''
   AND coalesce(oauth ->> 'tokenUrl', '') ~ '^https?://' AND oauth ->> 'scope' IS NOT NULL`,
)
@Check(
  'mail_accounts_trust_check',
  'char_length(authserv_id) BETWEEN 1 AND 253 AND cardinality(relays) <= 50 AND array_position(relays, NULL) IS NULL',
)
@Check('mail_accounts_version_check', 'version >= 1')
export class MailboxAccountEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'mail_accounts_pk',
  })
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  host: string;

  @Column('integer')
  port: number;

  @Column('text')
  security: string;

  @Column('text')
  username: string;

  /** An `OAuthClient`; null where a password lets in. */
  @Column('jsonb', { nullable: true })
  oauth: unknown;

  /** Or what an `OAuthClient` gets its tokens by. */
  @Column('text', { name: 'sealed_password' })
  sealedPassword: string;

  @Column('text')
  folder: string;

  @Column('text', { array: true, default: [] })
  addresses: string[];

  /** Whose `Authentication-Results` are believed; null for nobody's. */
  @Column('text', { name: 'authserv_id', nullable: true })
  authservId: string | null;

  /** Addresses and networks of servers that pass mails on to it. */
  @Column('text', { array: true, default: [] })
  relays: string[];

  @Column('boolean', { default: true })
  active: boolean;

  /** When what is read may have come earliest; null for all of it. */
  @Column({ type: 'timestamptz', name: 'reads_since', precision: 3, nullable: true })
  readsSince: Date | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
