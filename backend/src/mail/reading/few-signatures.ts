/** A mail has one or two signatures; a mail with very many is one that shall take long. */
const SIGNATURES_MAX = 10;
const SIGNATURE = /^dkim-signature[ \t\r]*(?::|$)/i;
const FOLDED = /^[ \t]/;

/** A mail with its first ten DKIM signatures only, as each is checked against the whole of it. Nearly all are given back as they are. */
export function withFewSignatures(raw: Buffer): Buffer {
  const mail = raw.toString('latin1');
  const end = /\n\r?\n/.exec(mail)?.index ?? mail.length;
  let seen = 0;
  let dropped = false;
  const kept = mail
    .slice(0, end)
    .split('\n')
    .filter((line) => {
      if (!FOLDED.test(line)) dropped = SIGNATURE.test(line) && ++seen > SIGNATURES_MAX;
      return !dropped;
    });
  return seen > SIGNATURES_MAX ? Buffer.from(kept.join('\n') + mail.slice(end), 'latin1') : raw;
}
