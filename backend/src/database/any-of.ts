/**
 * In SQL: any one of a list of values, for `column = …`. Of a list that is a parameter PostgreSQL knows how long it is: with
 * fewer values than the ten it expects of any list, a plan for just this one seems the cheaper, and it would plan each time.
 * Of a list that comes out of a subquery it knows nothing, and keeps its plan.
 *
 * @param placeholder the parameter that is the list.
 * @param type of one value.
 */
export function anyOf(placeholder: string, type: 'bigint' | 'text' | 'uuid'): string {
  return `ANY ((SELECT ${placeholder}::${type}[])::${type}[])`;
}
