import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table `mailboxes` as the migrations make it: how far each was read. */
@Entity('mailboxes')
export class MailboxEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'mailboxes_pk' })
  name: string;

  @Column('bigint', { name: 'uid_validity' })
  uidValidity: string;

  @Column('bigint', { name: 'last_uid' })
  lastUid: string;
}
