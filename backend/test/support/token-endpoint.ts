import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export const CLIENT_ID = 'the-desk';
export const CLIENT_SECRET = 'client-hush';

/** A provider that gives access tokens for a refresh token, and tells a mail server whose they are. */
export class TestTokenEndpoint {
  /** What it was asked with, in order. */
  readonly asked: URLSearchParams[] = [];
  /** The refresh token that counts at the moment. */
  refreshToken = token();
  /** Whether it gives another refresh token each time, after which the one before counts no more. */
  rotates = false;
  /** The secret of its client; null for a client that has none, and shows none. */
  clientSecret: string | null = CLIENT_SECRET;
  /** For how long it says that its tokens count, in seconds. */
  seconds = 3_600;
  /** What it answers instead, whoever asks. */
  answers: { readonly status: number; readonly body: string; readonly location?: string } | null = null;
  /** Whose the access tokens are that count. */
  private readonly users = new Map<string, string>();
  private readonly server: Server;

  private constructor(private readonly user: string) {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  static async start(user: string): Promise<TestTokenEndpoint> {
    const endpoint = new TestTokenEndpoint(user);
    endpoint.server.listen(0, '127.0.0.1');
    await once(endpoint.server, 'listening');
    return endpoint;
  }

  get url(): string {
    return `${this.origin}/token`;
  }

  /** Where a mail server asks whose a token is (RFC 7662). */
  get introspection(): string {
    return `${this.origin}/introspection`;
  }

  /** Whether an access token lets somebody in. */
  lets(user: string, accessToken: string): boolean {
    return this.users.get(accessToken) === user;
  }

  /** No access token counts any more. */
  forget(): void {
    this.users.clear();
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private get origin(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await text(request));
    if (request.url?.startsWith('/introspection')) {
      const username = this.users.get(form.get('token') ?? '');
      send(response, 200, JSON.stringify(username === undefined ? { active: false } : { active: true, username }));
      return;
    }
    this.asked.push(form);
    if (this.answers) {
      send(response, this.answers.status, this.answers.body, this.answers.location);
      return;
    }
    const counts = form.get('refresh_token') === this.refreshToken && form.get('client_secret') === this.clientSecret;
    if (!counts || form.get('client_id') !== CLIENT_ID || form.get('grant_type') !== 'refresh_token') {
      const said = `The token ${form.get('refresh_token') ?? ''} has expired`;
      send(response, 400, JSON.stringify({ error: 'invalid_grant', error_description: said }));
      return;
    }
    const accessToken = token();
    this.users.set(accessToken, this.user);
    if (this.rotates) this.refreshToken = token();
    const rotated = this.rotates ? { refresh_token: this.refreshToken } : {};
    const given = { access_token: accessToken, token_type: 'Bearer', expires_in: this.seconds, ...rotated };
    send(response, 200, JSON.stringify(given));
  }
}

function send(response: ServerResponse, status: number, body: string, location?: string): void {
  response
    .writeHead(status, { 'content-type': 'application/json', ...(location !== undefined && { location }) })
    .end(body);
}

function token(): string {
  return randomBytes(24).toString('base64url');
}
