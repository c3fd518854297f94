import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../users/user.entity.ts';

/** The table `signatures` as the migrations make it: of people who have one. */
@Entity('signatures')
@Check('signatures_text_check', 'char_length(text) <= 1000 AND is_visible(text)')
export class SignatureEntity {
  @PrimaryColumn('bigint', { name: 'user_id', primaryKeyConstraintName: 'signatures_pk' })
  userId: string;

  @OneToOne(() => UserEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'signatures_user_fk' })
  user: UserEntity;

  /** Markdown. */
  @Column('text')
  text: string;
}
