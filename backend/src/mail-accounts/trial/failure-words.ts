import { TrialFailure } from '../domain/trial.ts';

const UNKNOWN_AUTHORITY =
  'Its certificate is by an authority that this desk does not know; NODE_EXTRA_CA_CERTS can name one.';
const NO_TLS = 'It does not speak TLS on this port; perhaps it does with STARTTLS, or on another port.';
const SILENT = 'It kept silent for too long.';

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'There is no server of this name.',
  EAI_AGAIN: 'The name server did not answer.',
  ECONNREFUSED: 'It does not answer on this port.',
  EHOSTUNREACH: 'It cannot be reached from where the desk is.',
  ENETUNREACH: 'It cannot be reached from where the desk is.',
  ...{ ETIMEDOUT: SILENT, CONNECT_TIMEOUT: SILENT, GREETING_TIMEOUT: SILENT, UPGRADE_TIMEOUT: SILENT },
  CERT_HAS_EXPIRED: 'Its certificate has expired.',
  CERT_NOT_YET_VALID: 'Its certificate is not valid yet.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Its certificate is for another name.',
  DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_AUTHORITY,
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
  ...{ EPROTO: NO_TLS, ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS, ERR_SSL_PACKET_LENGTH_TOO_LONG: NO_TLS },
};

/** What a failed connection says, in words of our own: what answers may be no mail server at all, and its words are not shown. */
export function connectionFailure(error: unknown, otherwise: string): TrialFailure {
  // nodemailer gives errors codes of its own.
  const { code: own, originalCode } = error as NodeJS.ErrnoException & { readonly originalCode?: string };
  const code = originalCode ?? own;
  if (code !== undefined && WORDS[code] !== undefined) return new TrialFailure(WORDS[code]);
  if (code?.startsWith('ERR_SSL_')) return new TrialFailure(NO_TLS);
  return new TrialFailure(otherwise);
}
