type Placeholder = `$${number}`;

/**
 * In SQL: whether a list of people, a column of JSON, names one of some addresses.
 *
 * @param addresses the placeholder of those, in lower case.
 */
export function namesAny(people: string, addresses: Placeholder): string {
  return `EXISTS (
    SELECT FROM jsonb_array_elements(${people}) AS one WHERE lower(one ->> 'address') = ANY (${addresses}::text[]))`;
}

/** In SQL: the same list without those who have one of these addresses. */
export function without(people: string, addresses: Placeholder): string {
  return `(
    SELECT coalesce(jsonb_agg(one ORDER BY place), '[]')
    FROM jsonb_array_elements(${people}) WITH ORDINALITY AS given (one, place)
    WHERE lower(one ->> 'address') <> ALL (${addresses}::text[]))`;
}
