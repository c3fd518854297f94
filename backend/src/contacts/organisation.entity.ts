import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

@Entity('organisations')
// On search_document(name, ''), which cannot be said here.
@Index('organisations_search_idx', { synchronize: false })
@Index('organisations_newest_idx', ['createdAt', 'id'])
@Check('organisations_name_check', 'char_length(name) <= 200 AND is_visible(name)')
@Check('organisations_note_check', 'char_length(note) <= 5000')
@Check('organisations_version_check', 'version >= 1')
export class OrganisationEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'organisations_pk',
  })
  id: string;

  @Column('text')
  name: string;

  @Column('text', { default: '' })
  note: string;

  @Column('integer', { default: 1 })
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
