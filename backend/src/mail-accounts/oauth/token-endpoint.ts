import { Secret } from '../../config/secret.ts';
import type { OAuthClient } from '../domain/oauth-client.ts';
import { onOneLine } from '../domain/on-one-line.ts';
import { connectionFailure } from '../trial/failure-words.ts';
import type { OAuthSecrets } from '../typed-secrets.ts';
import { TokenRefused } from './token-refused.ts';

const PATIENCE_MS = 15_000;
const ANSWER_MAX = 64 * 1024;
const WORDS_MAX = 300;
/** For so many seconds a token counts whose endpoint does not say for how long. */
const USUAL_SECONDS = 300;

/** What an endpoint gives. */
export interface GivenToken {
  readonly accessToken: Secret;
  /** The one to ask with from now on. */
  readonly refreshToken: Secret;
  /** How long it counts, in seconds. */
  readonly seconds: number;
}

interface TokenAnswer {
  readonly access_token?: unknown;
  readonly refresh_token?: unknown;
  readonly expires_in?: unknown;
  readonly error?: unknown;
  readonly error_description?: unknown;
}

/**
 * Asks a token endpoint for an access token, by a refresh token (RFC 6749, section 6). Its words are shown only where they are the
 * answer of such an endpoint: what is asked may be any other server.
 *
 * @throws TokenRefused
 */
export async function askForToken(client: OAuthClient, secrets: OAuthSecrets): Promise<GivenToken> {
  const host = URL.parse(client.tokenUrl)?.host ?? client.tokenUrl;
  const [ok, answer] = await post(client, secrets, host);
  const { access_token: token, refresh_token: refresh, expires_in: seconds } = answer ?? {};
  if (ok && isToken(token)) {
    return {
      accessToken: new Secret(token),
      refreshToken: isToken(refresh) ? new Secret(refresh) : secrets.refreshToken,
      seconds: Number(seconds) > 0 ? Number(seconds) : USUAL_SECONDS,
    };
  }
  const said = answer && wordsOf(answer, secrets);
  throw new TokenRefused(said ? `${host} says: ${said}` : `${host} does not answer as a token endpoint does.`);
}

async function post(
  { clientId, tokenUrl, scope }: OAuthClient,
  { clientSecret, refreshToken }: OAuthSecrets,
  host: string,
): Promise<readonly [ok: boolean, answer: TokenAnswer | null]> {
  const body = new URLSearchParams({
    ...{ grant_type: 'refresh_token', refresh_token: refreshToken.reveal(), client_id: clientId },
    ...(clientSecret && { client_secret: clientSecret.reveal() }),
    ...(scope !== '' && { scope }),
  });
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    // What is asked for one address is not told to another.
    const response = await fetch(tokenUrl, {
      ...{ method: 'POST', body, headers: { accept: 'application/json' }, redirect: 'manual', signal },
    });
    return [response.ok, parsed(await start(response))];
  } catch (error) {
    const { cause = error, name } = error as Error;
    if (name === 'TimeoutError') throw new TokenRefused(`${host} kept silent for too long.`);
    throw new TokenRefused(`${host}: ${connectionFailure(cause, 'It cannot be reached.').message}`);
  }
}

/** An answer as far as one of a token endpoint may go. */
async function start(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  if (body === null) return '';
  for await (const part of body) {
    size += part.length;
    if (size > ANSWER_MAX) return '';
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

function parsed(text: string): TokenAnswer | null {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' ? answer : null;
  } catch {
    return null;
  }
}

/** One that can be shown to a mail server: printable, as RFC 6750 has it. */
function isToken(token: unknown): token is string {
  return typeof token === 'string' && /^[\x20-\x7e]{1,16384}$/.test(token);
}

function wordsOf({ error, error_description: description }: TokenAnswer, secrets: OAuthSecrets): string | null {
  if (typeof error !== 'string') return null;
  const said = typeof description === 'string' ? `${error}: ${description}` : error;
  const spoken = [secrets.refreshToken, secrets.clientSecret].flatMap((secret) => (secret ? [secret.reveal()] : []));
  return onOneLine(
    spoken.reduce((text, one) => text.replaceAll(one, '[secret]'), said),
    WORDS_MAX,
  );
}
