import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** The table `users` as the migrations make it; queries are written in SQL in the repositories. */
@Entity('users')
// On lower(username), which cannot be said here.
@Index('users_username_unique', { synchronize: false })
@Check('users_username_check', `username ~ '^[A-Za-z0-9][A-Za-z0-9._@+''-]{0,63}$'`)
@Check('users_display_name_check', `char_length(display_name) <= 80 AND is_visible(display_name)`)
@Check('users_role_check', `role IN ('agent', 'admin')`)
@Check('users_password_hash_check', `password_hash LIKE '$argon2id$%'`)
export class UserEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'users_pk',
  })
  id: string;

  @Column('text')
  username: string;

  @Column('text', { name: 'display_name' })
  displayName: string;

  @Column('text')
  role: string;

  @Column('boolean', { default: true })
  active: boolean;

  @Column('text', { name: 'password_hash' })
  passwordHash: string;

  @Column('boolean', { name: 'must_change_password', default: false })
  mustChangePassword: boolean;

  @Column({ type: 'timestamptz', name: 'password_expires_at', precision: 3, nullable: true })
  passwordExpiresAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'last_sign_in_at', precision: 3, nullable: true })
  lastSignInAt: Date | null;
}
