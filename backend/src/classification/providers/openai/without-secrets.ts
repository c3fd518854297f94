const HIDDEN = '…';

/** A text without these secrets, whole, encoded for an address, or in base64. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])
    .reduce((rest, form) => rest.replaceAll(form, HIDDEN), text);
}
