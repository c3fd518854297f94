/** What the audit log never tells, as it is sealed, or tells elsewhere. */
const UNTOLD = ['id', 'name', 'version', 'sealedPassword'];

/** The fields that differ, by name, each with what it was and what it is. */
export function changesBetween<Thing extends object>(
  before: Thing,
  after: Thing,
): Record<string, { readonly from: unknown; readonly to: unknown }> {
  const values = Object.entries(before) as [keyof Thing & string, unknown][];
  return Object.fromEntries(
    values
      .filter(([name, from]) => !UNTOLD.includes(name) && JSON.stringify(from) !== JSON.stringify(after[name]))
      .map(([name, from]) => [name, { from, to: after[name] }]),
  );
}
