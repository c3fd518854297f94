import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The table `mail_templates` as the migrations make it: of each kind one row, whose words are null where nobody changed them. */
@Entity('mail_templates')
@Check('mail_templates_kind_check', `kind IN ('reply', 'acknowledgement')`)
@Check('mail_templates_words_check', '(subject IS NULL) = (body IS NULL)')
@Check(
  'mail_templates_texts_check',
  'char_length(subject) <= 200 AND is_visible(subject) AND char_length(body) <= 5000 AND is_visible(body)',
)
@Check('mail_templates_version_check', 'version >= 1')
export class MailTemplateEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'mail_templates_pk' })
  kind: string;

  @Column('text', { nullable: true })
  subject: string | null;

  @Column('text', { nullable: true })
  body: string | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
