/** What run.ts tells the journeys about the desk it has started. */
export function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run the journeys through frontend/e2e/run.ts`);
  return value;
}
