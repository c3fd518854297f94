import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../users/user.entity.ts';

/** The table `lexicon` as the migrations make it: one row, what the desk changed of the words that are shipped with it. */
@Entity('lexicon')
@Check('lexicon_one_check', 'id = 1')
@Check('lexicon_version_check', 'version >= 1')
export class LexiconEntity {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'lexicon_pk' })
  id: number;

  /** As `LexiconChanges`. */
  @Column('jsonb')
  changes: object;

  @Column('integer')
  version: number;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3, nullable: true })
  updatedAt: Date | null;

  @Column('bigint', { name: 'updated_by', nullable: true })
  updatedBy: string | null;

  @ManyToOne(() => UserEntity, { nullable: true })
  @JoinColumn({ name: 'updated_by', foreignKeyConstraintName: 'lexicon_updated_by_fk' })
  updatedByUser: UserEntity | null;
}
