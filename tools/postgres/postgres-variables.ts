/**
 * Forgets what the environment says to PostgreSQL's clients, like `PGSSLMODE` and `PGOPTIONS`: addresses alone shall tell
 * how a database is reached. The back end does the same for itself.
 */
export function forgetPostgresVariables(environment: NodeJS.ProcessEnv = process.env): void {
  for (const name of Object.keys(environment)) {
    if (/^PG[A-Z_]*$/i.test(name)) Reflect.deleteProperty(environment, name);
  }
}
