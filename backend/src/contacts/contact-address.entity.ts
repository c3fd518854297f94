import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ContactEntity } from './contact.entity.ts';

@Entity('contact_addresses')
@Unique('contact_addresses_key_unique', ['key'])
// On search_document(address, ''), and on the domain of the key, which cannot be said here.
@Index('contact_addresses_search_idx', { synchronize: false })
@Index('contact_addresses_domain_idx', { synchronize: false })
@Index('contact_addresses_contact_idx', ['contactId', 'position'])
@Check('contact_addresses_address_check', 'char_length(address) <= 254 AND is_visible(address)')
@Check('contact_addresses_key_check', `address_key ~ '^.+@[^@]+$'`)
export class ContactAddressEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'contact_addresses_pk',
  })
  id: string;

  @Column('bigint', { name: 'contact_id' })
  contactId: string;

  @ManyToOne(() => ContactEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'contact_addresses_contact_fk' })
  contact: ContactEntity;

  /** As it was written. */
  @Column('text')
  address: string;

  /** As addresses compare (`readAddress`). */
  @Column('text', { name: 'address_key' })
  key: string;

  @Column('integer', { default: 0 })
  position: number;
}
