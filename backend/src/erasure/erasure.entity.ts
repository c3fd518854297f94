import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ApiTokenEntity } from '../auth/api-token.entity.ts';
import { ContactEntity } from '../contacts/contact.entity.ts';
import { UserEntity } from '../users/user.entity.ts';

/** The table `erasures` as the migrations make it: that somebody was erased; names and addresses only until it is done. */
@Entity('erasures')
@Check('erasures_via_check', 'is_via(via)')
@Check('erasures_reason_check', 'char_length(reason) <= 500 AND is_visible(reason)')
@Check(
  'erasures_finished_check',
  '(finished_at IS NULL) = (names IS NOT NULL) AND (finished_at IS NULL) = (addresses IS NOT NULL)',
)
export class ErasureEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'erasures_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('bigint', { name: 'contact_id' })
  contactId: string;

  @ManyToOne(() => ContactEntity, { nullable: false })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'erasures_contact_fk' })
  contact: ContactEntity;

  /** All who are the same person. */
  @Column('bigint', { array: true })
  contacts: string[];

  @Column('text', { array: true, nullable: true })
  names: string[] | null;

  /** In lower case. */
  @Column('text', { array: true, nullable: true })
  addresses: string[] | null;

  @Column('text')
  reason: string;

  @Column('bigint', { name: 'requested_by', nullable: true })
  requestedBy: string | null;

  @ManyToOne(() => UserEntity)
  @JoinColumn({ name: 'requested_by', foreignKeyConstraintName: 'erasures_requested_by_fk' })
  requestedByUser: UserEntity | null;

  @Column('text')
  via: string;

  @Column('uuid', { name: 'token_id', nullable: true })
  tokenId: string | null;

  @ManyToOne(() => ApiTokenEntity)
  @JoinColumn({ name: 'token_id', foreignKeyConstraintName: 'erasures_token_fk' })
  token: ApiTokenEntity | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'finished_at', precision: 3, nullable: true })
  finishedAt: Date | null;

  @Column('integer', { default: 0 })
  tickets: number;

  @Column('integer', { default: 0 })
  messages: number;

  /** How many mails were gone over. */
  @Column('integer', { default: 0 })
  mails: number;

  /** Null before they are begun with. */
  @Column('integer', { name: 'mails_in_all', nullable: true })
  mailsInAll: number | null;

  /** The id of the last one; 0 before the first. */
  @Column('bigint', { name: 'last_mail', default: 0 })
  lastMail: string;
}
