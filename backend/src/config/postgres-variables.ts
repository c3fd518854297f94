/**
 * Forgets what the environment says to PostgreSQL's clients, like `PGSSLMODE` and `PGOPTIONS`: it would fill in or change
 * what the address of the database leaves open, and that alone shall count.
 */
export function forgetPostgresVariables(variables: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(variables)) {
    if (/^PG[A-Z_]*$/i.test(name)) Reflect.deleteProperty(variables, name);
  }
}
