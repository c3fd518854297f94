import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { HOST_MAX } from '../../../mail-accounts/domain/mail-server.ts';

const HOST = /^[\p{L}\p{N}]([\p{L}\p{N}_.-]*[\p{L}\p{N}])?$/u;
const IP_V6 = /^(?=.*:)[0-9a-f:.]+$/;

/** The name or address of a server, without protocol and port; in small letters, and without the brackets of an address. */
export function Host(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string'
        ? value
            .trim()
            .toLowerCase()
            .replace(/^\[(.*)\]$/, '$1')
        : value,
    ),
    ValidateBy({
      name: 'not_a_host',
      validator: {
        validate: isHost,
        defaultMessage: () => 'Host must be the name of a server, like imap.example.com.',
      },
    }),
  );
}

function isHost(value: unknown): boolean {
  return typeof value === 'string' && value.length <= HOST_MAX && (HOST.test(value) || IP_V6.test(value));
}
