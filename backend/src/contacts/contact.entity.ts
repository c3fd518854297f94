import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.ts';

/** The table `contacts` as the migrations make it; queries are written in SQL in the repositories. */
@Entity('contacts')
// On search_document(name, ''), which cannot be said here.
@Index('contacts_search_idx', { synchronize: false })
@Index('contacts_newest_idx', ['createdAt', 'id'], { where: 'merged_into IS NULL' })
@Index('contacts_merged_idx', ['mergedInto'], { where: 'merged_into IS NOT NULL' })
@Index('contacts_organisation_idx', ['organisationId'], { where: 'organisation_id IS NOT NULL' })
@Check('contacts_name_check', 'char_length(name) <= 254 AND is_visible(name)')
@Check('contacts_note_check', 'char_length(note) <= 5000')
@Check('contacts_language_check', 'char_length(language) <= 35')
@Check('contacts_time_zone_check', 'char_length(time_zone) <= 64')
@Check('contacts_merged_check', 'merged_into <> id')
@Check('contacts_version_check', 'version >= 1')
export class ContactEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'contacts_pk',
  })
  id: string;

  @Column('text')
  name: string;

  /** Chosen by hand; null where it follows from the domains of the addresses. */
  @Column('bigint', { name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @ManyToOne(() => OrganisationEntity, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'contacts_organisation_fk' })
  organisation: OrganisationEntity | null;

  @Column('text', { default: '' })
  note: string;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('text', { name: 'time_zone', nullable: true })
  timeZone: string | null;

  /** The contact who is the same person; what belongs to this one stays where it is. */
  @Column('bigint', { name: 'merged_into', nullable: true })
  mergedInto: string | null;

  @ManyToOne(() => ContactEntity, { nullable: true })
  @JoinColumn({ name: 'merged_into', foreignKeyConstraintName: 'contacts_merged_fk' })
  mergedIntoRow: ContactEntity | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
