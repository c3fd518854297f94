import type { FormControl, NonNullableFormBuilder } from '@angular/forms';
import type { MailSecurity } from '../../api/admin-model';
import { atMost, matching, needed, rule } from '../../kit/forms/rules';
import type { Segment } from '../../ui/segment-switch';

/** How a mail server is reached, as it is typed. */
export interface ServerControls {
  host: FormControl<string>;
  port: FormControl<string>;
  security: FormControl<MailSecurity>;
  user: FormControl<string>;
  password: FormControl<string>;
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

/** What is known of a server before anything is typed. */
interface KnownServer {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly user: string | null;
  readonly addresses: readonly string[];
}

/** A server as it goes on the wire. */
interface TypedServer {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly addresses: string[];
  readonly password?: string;
}

/** The fields of a server, named as on the wire. */
export function serverControls(
  build: NonNullableFormBuilder,
  server: KnownServer | null,
  ports: UsualPorts,
): ServerControls {
  return {
    host: build.control(server?.host ?? '', needed('Server is needed.')),
    port: build.control(String(server?.port ?? ports.tls), [
      needed('Port is needed.'),
      matching(/^\d{1,5}$/, 'Port must be a number from 1 to 65535.'),
    ]),
    security: build.control<MailSecurity>(server?.security ?? 'tls'),
    user: build.control(server?.user ?? '', atMost(320, 'User must be at most 320 characters long.')),
    password: build.control(''),
    addresses: build.control(
      server?.addresses.join(', ') ?? '',
      rule('addresses', (text) => (addressList(text).length > 20 ? 'At most 20 further addresses.' : null)),
    ),
  };
}

/** Chooses how the connection is encrypted; a port that is usual for another way becomes the usual one. */
export function chooseSecurity({ security, port }: ServerControls, chosen: MailSecurity, ports: UsualPorts): void {
  if (port.value.trim() === ports[security.value]) port.setValue(ports[chosen]);
  security.setValue(chosen);
}

/** What of it goes on the wire; without a password where none was typed. */
export function typedServer({ host, port, security, password, addresses }: ServerControls): TypedServer {
  return {
    ...{ host: host.value.trim(), port: Number(port.value), security: security.value },
    addresses: addressList(addresses.value),
    ...(password.value !== '' && { password: password.value }),
  };
}

/** Addresses as people write several: with commas, spaces or lines between them. */
export function addressList(text: string): string[] {
  return text.split(/[\s,;]+/).filter((word) => word !== '');
}
