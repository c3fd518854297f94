import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { UserEntity } from '../users/user.entity.ts';

/** The table `canned_answers` as the migrations make it; queries are written in SQL in the repository. */
@Entity('canned_answers')
// On search_document(name, text), which cannot be said here.
@Index('canned_answers_search_idx', { synchronize: false })
@Index('canned_answers_used_idx', ['uses', 'id'])
@Index('canned_answers_deleted_idx', ['deletedAt'], { where: 'deleted_at IS NOT NULL' })
@Check('canned_answers_name_check', 'char_length(name) <= 100 AND is_visible(name)')
@Check('canned_answers_text_check', 'char_length(text) <= 20000 AND is_visible(text)')
@Check('canned_answers_steps_check', `jsonb_typeof(steps) = 'object'`)
@Check('canned_answers_uses_check', 'uses >= 0')
@Check('canned_answers_version_check', 'version >= 1')
export class CannedAnswerEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'canned_answers_pk',
  })
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  text: string;

  /** Whose it is; null where it is everybody's. */
  @Column('bigint', { name: 'owner', nullable: true })
  ownerId: string | null;

  @ManyToOne(() => UserEntity, { nullable: true })
  @JoinColumn({ name: 'owner', foreignKeyConstraintName: 'canned_answers_owner_fk' })
  owner: UserEntity | null;

  @Column('jsonb', { default: {} })
  steps: object;

  @Column('integer', { default: 0 })
  uses: number;

  @Column('integer', { default: 1 })
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3, default: () => 'now()' })
  updatedAt: Date;

  /** It can be brought back for a day. */
  @Column({ type: 'timestamptz', name: 'deleted_at', precision: 3, nullable: true })
  deletedAt: Date | null;
}
