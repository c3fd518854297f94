import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ApiTokenEntity } from '../auth/api-token.entity.ts';
import { ContactEntity } from '../contacts/contact.entity.ts';
import { SuggestionEntity } from '../suggestions/suggestion.entity.ts';
import { UserEntity } from '../users/user.entity.ts';
import { BulkRunEntity } from './bulk/bulk-run.entity.ts';

/**
 * The table `ticket_events` as the migrations make it. Triggers refuse every deletion and truncation, every update but the removal
 * of texts that a redaction tells of, and every change of a ticket without its event. An event outlives its ticket: `ticket_id` is no foreign key.
 */
@Entity('ticket_events')
@Unique('ticket_events_version_unique', ['ticketId', 'version'])
@Index('ticket_events_bulk_run_idx', ['bulkRunId', 'ticketId'], { where: 'bulk_run_id IS NOT NULL' })
@Index('ticket_events_transaction_idx', ['transactionId'], { where: 'transaction_id IS NOT NULL' })
@Check('ticket_events_version_check', 'version >= 1')
@Check('ticket_events_kind_check', `kind IN ('created', 'changed', 'deleted', 'restored', 'message', 'redacted')`)
@Check('ticket_events_via_check', 'is_via(via)')
@Check(
  'ticket_events_changes_check',
  `jsonb_typeof(changes) = 'array' AND (kind <> 'changed' OR jsonb_array_length(changes) > 0)`,
)
export class TicketEventEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'ticket_events_pk',
  })
  id: string;

  @Column('bigint', { name: 'ticket_id' })
  ticketId: string;

  @Column('integer')
  version: number;

  @Column('text')
  kind: string;

  @Column('bigint', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @ManyToOne(() => UserEntity)
  @JoinColumn({ name: 'actor_id', foreignKeyConstraintName: 'ticket_events_actor_fk' })
  actor: UserEntity | null;

  /** The customer who did it; null where none did, or where only a message tells. */
  @Column('bigint', { name: 'contact_id', nullable: true })
  contactId: string | null;

  @ManyToOne(() => ContactEntity)
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'ticket_events_contact_fk' })
  contact: ContactEntity | null;

  @Column('text')
  via: string;

  @Column('uuid', { name: 'token_id', nullable: true })
  tokenId: string | null;

  @ManyToOne(() => ApiTokenEntity)
  @JoinColumn({ name: 'token_id', foreignKeyConstraintName: 'ticket_events_token_fk' })
  token: ApiTokenEntity | null;

  @Column('uuid', { name: 'bulk_run_id', nullable: true })
  bulkRunId: string | null;

  @ManyToOne(() => BulkRunEntity)
  @JoinColumn({ name: 'bulk_run_id', foreignKeyConstraintName: 'ticket_events_bulk_run_fk' })
  bulkRun: BulkRunEntity | null;

  @Column('uuid', { name: 'suggestion_id', nullable: true })
  suggestionId: string | null;

  @ManyToOne(() => SuggestionEntity)
  @JoinColumn({ name: 'suggestion_id', foreignKeyConstraintName: 'ticket_events_suggestion_fk' })
  suggestion: SuggestionEntity | null;

  @Column({ type: 'timestamptz', name: 'occurred_at', precision: 3, default: () => 'now()' })
  occurredAt: Date;

  @Column('jsonb')
  changes: object;

  /** In which transaction it was written (an xid8); null of what is older than this column. TypeORM reads defaults without casts. */
  @Column('bigint', {
    name: 'transaction_id',
    nullable: true,
    default: () => '((pg_current_xact_id()))',
  })
  transactionId: string | null;
}
