import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The table `mailbox_states` as the migrations make it: how reading each mailbox goes. */
@Entity('mailbox_states')
@Check('mailbox_states_told_check', 'looked_at IS NOT NULL OR failure IS NOT NULL')
export class MailboxStateEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'mailbox_states_pk' })
  name: string;

  /** Since when it can, or cannot, be read. */
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  since: Date;

  @Column({ type: 'timestamptz', name: 'looked_at', precision: 3, nullable: true })
  lookedAt: Date | null;

  /** Why it cannot be read; null where it can. */
  @Column('text', { nullable: true })
  failure: string | null;
}
