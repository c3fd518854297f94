import type { FormControl, NonNullableFormBuilder } from '@angular/forms';
import type { MailSecurity, OAuthClient } from '../../api/admin-model';
import { atMost, filled, matching, needed, rule } from '../../kit/forms/rules';
import type { Segment } from '../../ui/segment-switch';

/** What lets the desk in at a mail server. */
export type MailAuth = 'password' | 'oauth';

/** How a mail server is reached, as it is typed. What is not used of it is disabled. */
export interface ServerControls {
  host: FormControl<string>;
  port: FormControl<string>;
  security: FormControl<MailSecurity>;
  user: FormControl<string>;
  auth: FormControl<MailAuth>;
  password: FormControl<string>;
  client_id: FormControl<string>;
  token_url: FormControl<string>;
  scope: FormControl<string>;
  client_secret: FormControl<string>;
  /** The client has no secret, whatever is kept. */
  without_secret: FormControl<boolean>;
  refresh_token: FormControl<string>;
  addresses: FormControl<string>;
}

/** The port that a server of this kind usually has. */
export type UsualPorts = Readonly<Record<MailSecurity, string>>;

export const IMAP_PORTS: UsualPorts = { tls: '993', starttls: '143', none: '143' };
export const SMTP_PORTS: UsualPorts = { tls: '465', starttls: '587', none: '25' };

export const SECURITIES = [
  { value: 'tls', label: 'TLS' },
  { value: 'starttls', label: 'STARTTLS' },
  { value: 'none', label: 'None' },
] as const satisfies readonly Segment<MailSecurity>[];

export const AUTHS = [
  { value: 'password', label: 'Password' },
  { value: 'oauth', label: 'OAuth 2.0' },
] as const satisfies readonly Segment<MailAuth>[];

/** What the API calls otherwise than the form. */
export const WIRE_NAMES = {
  ...{ 'oauth.client_id': 'client_id', 'oauth.token_url': 'token_url', 'oauth.scope': 'scope' },
} as const;

/** What is known of a server before anything is typed. */
interface KnownServer {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly user: string | null;
  readonly oauth: OAuthClient | null;
  readonly has_password: boolean;
  readonly addresses: readonly string[];
}

/** A server as it goes on the wire. */
export interface TypedServer {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly addresses: string[];
  readonly oauth: OAuthClient | null;
  readonly password?: string;
  /** Empty for a client that has none. */
  readonly client_secret?: string;
  readonly refresh_token?: string;
}

/** The fields of a server, named as on the wire. */
export function serverControls(
  build: NonNullableFormBuilder,
  server: KnownServer | null,
  ports: UsualPorts,
): ServerControls {
  const { client_id: clientId = '', token_url: tokenUrl = '', scope = '' } = server?.oauth ?? {};
  const controls = {
    host: build.control(server?.host ?? '', needed('Server is needed.')),
    port: build.control(String(server?.port ?? ports.tls), [
      needed('Port is needed.'),
      matching(/^\d{1,5}$/, 'Port must be a number from 1 to 65535.'),
    ]),
    security: build.control<MailSecurity>(server?.security ?? 'tls'),
    user: build.control(server?.user ?? '', atMost(320, 'User must be at most 320 characters long.')),
    auth: build.control<MailAuth>(server?.oauth ? 'oauth' : 'password'),
    password: build.control(''),
    client_id: build.control(clientId, [
      needed('Client ID is needed.'),
      atMost(500, 'Client ID must be at most 500 characters long.'),
    ]),
    token_url: build.control(tokenUrl, needed('Token endpoint is needed.')),
    scope: build.control(scope, atMost(1_000, 'Scope must be at most 1,000 characters long.')),
    client_secret: build.control(''),
    without_secret: build.control(false),
    refresh_token: build.control('', server ? [] : filled('Refresh token is needed.')),
    addresses: build.control(
      server?.addresses.join(', ') ?? '',
      rule('addresses', (text) => (addressList(text).length > 20 ? 'At most 20 further addresses.' : null)),
    ),
  };
  useOnlyChosen(controls);
  controls.auth.valueChanges.subscribe(() => useOnlyChosen(controls));
  controls.without_secret.valueChanges.subscribe(() => useOnlyChosen(controls));
  return controls;
}

/** What the desk has to sign in with; null where it has nothing that can be read. */
export function keptAuth(server: KnownServer | null): MailAuth | null {
  if (!server?.has_password || server.user === null) return null;
  return server.oauth ? 'oauth' : 'password';
}

/** Whether no password and no token is typed that would have to be sent. */
export function typedNoSecret(controls: ServerControls): boolean {
  const { password, client_secret: secret, refresh_token: token, without_secret: without } = controls;
  return (
    !(without.enabled && without.value) &&
    [password, secret, token].every(({ disabled, value }) => disabled || value === '')
  );
}

/** The texts of a server by which it is told what another admin changed. */
export function serverTexts(server: Omit<KnownServer, 'has_password'>): Record<keyof typeof SERVER_NAMES, string> {
  const { host, port, security, user, addresses, oauth } = server;
  const { client_id = '', token_url = '', scope = '' } = oauth ?? {};
  return {
    ...{ host, port: String(port), security, user: user ?? '', addresses: addresses.join(', ') },
    ...{ auth: oauth ? 'oauth' : 'password', client_id, token_url, scope },
  };
}

/** What those are called in a sentence. */
export const SERVER_NAMES = {
  ...{ host: 'server', port: 'port', security: 'encryption', user: 'user', addresses: 'further addresses' },
  ...{ auth: 'way to sign in', client_id: 'client ID', token_url: 'token endpoint', scope: 'scope' },
} as const;

function useOnlyChosen({ auth, password, ...others }: ServerControls): void {
  const { client_id: id, token_url: url, scope, client_secret: secret, refresh_token: token } = others;
  const { without_secret: without } = others;
  const byToken = auth.value === 'oauth';
  const use = (control: FormControl, isUsed: boolean): void => {
    if (isUsed) control.enable({ emitEvent: false });
    else control.disable({ emitEvent: false });
  };
  use(password, !byToken);
  for (const control of [id, url, scope, token]) use(control, byToken);
  use(without, byToken);
  use(secret, byToken && !without.value);
}

/** Chooses how the connection is encrypted; a port that is usual for another way becomes the usual one. */
export function chooseSecurity({ security, port }: ServerControls, chosen: MailSecurity, ports: UsualPorts): void {
  if (port.value.trim() === ports[security.value]) port.setValue(ports[chosen]);
  security.setValue(chosen);
}

/** What of it goes on the wire; without passwords and tokens where none were typed. */
export function typedServer(controls: ServerControls): TypedServer {
  const { host, port, security, addresses, auth } = controls;
  const { client_id: id, token_url: url, scope } = controls;
  return {
    ...{ host: host.value.trim(), port: Number(port.value), security: security.value },
    addresses: addressList(addresses.value),
    oauth:
      auth.value === 'oauth'
        ? { client_id: id.value.trim(), token_url: url.value.trim(), scope: scope.value.trim() }
        : null,
    ...typedSecrets(controls),
  };
}

function typedSecrets(controls: ServerControls): Pick<TypedServer, 'password' | 'client_secret' | 'refresh_token'> {
  const { password, client_secret: secret, refresh_token: token, without_secret: without } = controls;
  return {
    ...(password.enabled && password.value !== '' && { password: password.value }),
    ...(secret.enabled && secret.value.trim() !== '' && { client_secret: secret.value.trim() }),
    ...(without.enabled && without.value && { client_secret: '' }),
    ...(token.enabled && token.value.trim() !== '' && { refresh_token: token.value.trim() }),
  };
}

/** Addresses as people write several: with commas, spaces or lines between them. */
export function addressList(text: string): string[] {
  return text.split(/[\s,;]+/).filter((word) => word !== '');
}
