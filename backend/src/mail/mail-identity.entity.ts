import { Column, Entity, Index, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { MailEntity } from './mail.entity.ts';

/** The table `mail_identities` as the migrations make it: what mails are known by, and which of those that are the same one stands. */
@Entity('mail_identities')
@Index('mail_identities_standing_unique', ['identity'], { unique: true, where: 'stands' })
@Index('mail_identities_copies_idx', ['identity'], { where: 'NOT stands' })
export class MailIdentityEntity {
  @PrimaryColumn('bigint', { name: 'mail_id', primaryKeyConstraintName: 'mail_identities_pk' })
  mailId: string;

  @OneToOne(() => MailEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'mail_id', foreignKeyConstraintName: 'mail_identities_mail_fk' })
  mail: MailEntity;

  @Column('bytea')
  identity: Buffer;

  @Column('boolean')
  stands: boolean;
}
