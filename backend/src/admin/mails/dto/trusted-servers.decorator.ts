import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateBy } from 'class-validator';
import { RELAYS_MAX, readAuthservId, readNetwork } from '../../../config/trusted-servers.ts';

const NO_ID =
  'Authentication results must be named by the server that writes them, like mx.example.net: what stands first in the field, up to the semicolon.';
const NO_NETWORK =
  'Relays must be addresses or networks of your own servers or your provider’s, like 203.0.113.5 or 203.0.113.0/24; none wider than /8 (IPv6: /16).';

/** The name by which a server signs its `Authentication-Results`; an empty text is nobody's. */
export function AuthservId(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => {
      if (typeof value !== 'string') return value;
      return value.trim() === '' ? null : (readAuthservId(value) ?? value);
    }),
    ValidateBy({
      name: 'not_an_authserv_id',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && readAuthservId(value) !== null,
        defaultMessage: () => NO_ID,
      },
    }),
  );
}

/** Addresses and networks. */
export function Networks(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value)
        ? value.map((one: unknown) => (typeof one === 'string' ? (readNetwork(one) ?? one) : one))
        : value,
    ),
    IsArray({ message: 'Relays must be a list.' }),
    ArrayMaxSize(RELAYS_MAX, { message: `Relays must hold at most ${String(RELAYS_MAX)}.` }),
    ValidateBy(
      {
        name: 'not_a_network',
        validator: {
          validate: (value: unknown) => typeof value === 'string' && readNetwork(value) !== null,
          defaultMessage: () => NO_NETWORK,
        },
      },
      { each: true },
    ),
  );
}
