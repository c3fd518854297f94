import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('categories')
@Check('categories_key_check', `key ~ '^[a-z][a-z0-9_]{0,49}$'`)
@Check('categories_label_check', `char_length(label) <= 80 AND label ~ '\\S'`)
@Check('categories_description_check', 'char_length(description) <= 1000')
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
}
