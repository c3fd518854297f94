import { type ConstraintMeanings, badInput, conflict, faults } from '../common/problems/constraint-meanings.ts';

export const CONTACT_CONSTRAINTS: ConstraintMeanings = {
  contact_addresses_key_unique: conflict('address_taken', 'Another contact has one of these addresses.', 'addresses'),
  organisation_domains_pk: conflict('domain_taken', 'Another organisation has one of these domains.', 'domains'),
  contacts_organisation_fk: badInput('organisation', 'unknown_value', 'There is no such organisation.'),
  ...faults(
    'contacts_pk',
    'contacts_merged_fk',
    'contacts_name_check',
    'contacts_note_check',
    'contacts_language_check',
    'contacts_time_zone_check',
    'contacts_merged_check',
    'contacts_version_check',
    'contact_addresses_pk',
    'contact_addresses_contact_fk',
    'contact_addresses_address_check',
    'contact_addresses_key_check',
    'organisations_pk',
    'organisations_name_check',
    'organisations_note_check',
    'organisations_version_check',
    'organisation_domains_organisation_fk',
    'organisation_domains_domain_check',
  ),
};
