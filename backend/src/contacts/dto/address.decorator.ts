import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, IsArray, ValidateBy } from 'class-validator';
import { readAddress, readDomain } from '../mail-address.ts';

/** An e-mail address. */
export function Address(label: string): PropertyDecorator {
  return ValidateBy({
    name: 'not_an_address',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && readAddress(value) !== null,
      defaultMessage: () => `${label} must be an e-mail address, like anna@example.com.`,
    },
  });
}

/** A list of e-mail addresses. */
export function Addresses(label: string, max: number): PropertyDecorator {
  return listOf(label, max, 'an_address', 'e-mail addresses, like anna@example.com', readAddress);
}

/** A list of domains. */
export function Domains(label: string, max: number): PropertyDecorator {
  return listOf(label, max, 'a_domain', 'domains, like example.com', readDomain);
}

function listOf(
  label: string,
  max: number,
  what: string,
  words: string,
  read: (text: string) => unknown,
): PropertyDecorator {
  return applyDecorators(
    IsArray({ message: `${label} must be a list.` }),
    ArrayMaxSize(max, { message: `${label} must hold at most ${String(max)}.` }),
    ValidateBy(
      {
        name: `not_${what}`,
        validator: {
          validate: (value: unknown) => typeof value === 'string' && read(value) !== null,
          defaultMessage: () => `${label} must be ${words}.`,
        },
      },
      { each: true },
    ),
  );
}
