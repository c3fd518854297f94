import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ContactEntity } from '../contacts/contact.entity.ts';
import { MessageEntity } from './message.entity.ts';

/** The table `message_recipients` as the migrations make it. */
@Entity('message_recipients')
@Index('message_recipients_contact_idx', ['contactId'], { where: 'contact_id IS NOT NULL' })
@Index('message_recipients_address_idx', { synchronize: false })
@Check('message_recipients_role_check', `role IN ('to', 'cc')`)
export class MessageRecipientEntity {
  @PrimaryColumn('bigint', { name: 'message_id', primaryKeyConstraintName: 'message_recipients_pk' })
  messageId: string;

  @ManyToOne(() => MessageEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'message_id', foreignKeyConstraintName: 'message_recipients_message_fk' })
  message: MessageEntity;

  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'message_recipients_pk' })
  position: number;

  @Column('text')
  role: string;

  @Column('text', { default: '' })
  name: string;

  @Column('text')
  address: string;

  @Column('bigint', { name: 'contact_id', nullable: true })
  contactId: string | null;

  @ManyToOne(() => ContactEntity)
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'message_recipients_contact_fk' })
  contact: ContactEntity | null;

  @Column('text', { nullable: true })
  state: string | null;

  @Column('text', { nullable: true })
  detail: string | null;
}
