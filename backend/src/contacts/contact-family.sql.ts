import { anyOf } from '../database/any-of.ts';

/**
 * Parts of a WITH RECURSIVE. `up` leads from each of the ids in the parameter (`asked`) to the contact who stands for it, which
 * is merged into nobody (`root`); `family` gives for each root all who are merged into it, itself included (`id`).
 */
export function familyOf(ids: `$${number}`): string {
  return `${rootsOf(ids)}, ${MEMBERS}`;
}

/** `up` alone. */
export function rootsOf(ids: `$${number}`): string {
  return rootsFrom(`id = ${anyOf(ids, 'bigint')}`);
}

function rootsFrom(condition: string): string {
  return `${climbFrom(condition)}, up AS (SELECT asked, id AS root FROM climb WHERE merged_into IS NULL)`;
}

/** The same from the contacts of whom a condition holds. */
export function familyFrom(condition: string): string {
  return `${rootsFrom(condition)}, ${MEMBERS}`;
}

/** `climb` alone: from the contacts of whom the condition holds to those into whom they are merged. */
export function climbFrom(condition: string): string {
  return `climb (asked, id, merged_into) AS (
      SELECT id, id, merged_into FROM contacts WHERE ${condition}
      UNION SELECT climb.asked, c.id, c.merged_into FROM climb JOIN contacts AS c ON c.id = climb.merged_into
    )`;
}

/** `family` alone, of the roots that a part `up` gives. */
const MEMBERS = `family (root, id) AS (
      SELECT DISTINCT root, root FROM up
      UNION SELECT family.root, c.id FROM family JOIN contacts AS c ON c.merged_into = family.id
    )`;

/** The addresses of a family, the first one first. */
export const ADDRESSES_OF_FAMILY = `SELECT a.address FROM family AS f JOIN contact_addresses AS a ON a.contact_id = f.id
  WHERE f.root = c.id ORDER BY a.position, f.id <> f.root, a.id`;

/** The domain of an address, as the index of addresses has it. */
export const DOMAIN = `substring(a.address_key FROM '[^@]+$')`;

/** The domain of the first address of a contact `c` that an organisation has, with that organisation. */
export const ORGANISED_DOMAIN = `SELECT d.organisation_id, d.domain FROM family AS f JOIN contact_addresses AS a ON a.contact_id = f.id
      JOIN organisation_domains AS d ON d.domain = ${DOMAIN}
    WHERE f.root = c.id ORDER BY a.position, f.id <> f.root, a.id LIMIT 1`;

/** The organisation of a contact `c`: by hand, or by the domain of the first address that has one. */
export const ORGANISATION = `coalesce(c.organisation_id, (SELECT organisation_id FROM (${ORGANISED_DOMAIN}) AS by_domain))`;
