import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.ts';

@Entity('organisation_domains')
@Index('organisation_domains_organisation_idx', ['organisationId'])
@Check('organisation_domains_domain_check', `domain ~ '^[a-z0-9.-]{1,253}$'`)
export class OrganisationDomainEntity {
  /** As the name system has it (`readDomain`). */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'organisation_domains_pk' })
  domain: string;

  @Column('bigint', { name: 'organisation_id' })
  organisationId: string;

  @ManyToOne(() => OrganisationEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'organisation_domains_organisation_fk' })
  organisation: OrganisationEntity;
}
