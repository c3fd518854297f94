import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

@Entity('categories')
// On lower(label), which cannot be said here.
@Index('categories_label_unique', { synchronize: false })
@Check('categories_key_check', `key ~ '^[a-z][a-z0-9_]{0,49}$'`)
@Check('categories_label_check', `char_length(label) <= 80 AND is_visible(label)`)
@Check('categories_description_check', 'char_length(description) <= 1000')
@Check('categories_label_line_check', `label !~ '[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029]'`)
@Check('categories_merged_into_check', 'merged_into IS NULL OR (merged_into <> key AND NOT active)')
export class CategoryEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'categories_pk' })
  key: string;

  @Column('text')
  label: string;

  @Column('text')
  description: string;

  @Column('integer')
  position: number;

  @Column('boolean', { default: true })
  active: boolean;

  @Column('text', { name: 'merged_into', nullable: true })
  mergedInto: string | null;

  @ManyToOne(() => CategoryEntity, { nullable: true })
  @JoinColumn({ name: 'merged_into', foreignKeyConstraintName: 'categories_merged_into_fk' })
  mergedIntoRow: CategoryEntity | null;
}
