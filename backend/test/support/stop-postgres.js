/** Stops the PostgreSQL that `start-postgres.js` started. */
export default async function stopPostgres() {
  await globalThis.testPostgres?.stop();
}
