import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsNumber, Max, Min, ValidateBy, type ValidationArguments } from 'class-validator';
import { hasDecimals } from './decimals.ts';

/** A whole number within limits. */
export function WholeNumber(min: number, max: number): PropertyDecorator {
  const toInteger = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
  );
  return applyDecorators(toInteger, IsInt(), Min(min), Max(max));
}

/** A share from 0 to `max`, like 0.05. */
export function Share(max: number): PropertyDecorator {
  return applyDecorators(toNumber(), IsNumber(), Min(0), Max(max));
}

/** An amount of money from 0 to `max`, like 2.50. */
export function Amount(max: number): PropertyDecorator {
  const defaultMessage = named(`must be an amount from 0 to ${String(max)} with at most two decimals`);
  const validate = (value: unknown): boolean =>
    typeof value === 'number' && value >= 0 && value <= max && hasDecimals(value, 2);
  return applyDecorators(toNumber(), ValidateBy({ name: 'amount', validator: { validate, defaultMessage } }));
}

/** `true` or `false`. */
export function Switch(): PropertyDecorator {
  const toBoolean = Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  );
  return applyDecorators(toBoolean, IsBoolean());
}

/** The address of a web server. Its host may be called as networks of containers call it, underscores included. */
export function WebAddress(): PropertyDecorator {
  const defaultMessage = named('must be a URL address like http://host:port');
  return ValidateBy({ name: 'webAddress', validator: { validate: isWebAddress, defaultMessage } });
}

/** The address of a PostgreSQL, of which it is told in its own words what cannot be read. */
export function PostgresAddress(): PropertyDecorator {
  const { validate, defaultMessage } = {
    validate: (value: unknown) => problemOfPostgresAddress(value) === null,
    defaultMessage: (given?: ValidationArguments) =>
      `${given?.property ?? ''} ${problemOfPostgresAddress(given?.value) ?? ''}`,
  };
  return ValidateBy({ name: 'postgresAddress', validator: { validate, defaultMessage } });
}

/** The address of a proxy; other programs take one without a protocol too, so it is filled in. */
export function Proxy(): PropertyDecorator {
  const complete = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? proxyAddress(value) : value,
  );
  const defaultMessage = named('must be the address of a proxy, like http://host:port or socks5://host:port');
  return applyDecorators(
    complete,
    ValidateBy({ name: 'proxy', validator: { validate: isProxyAddress, defaultMessage } }),
  );
}

/** A message that begins with the name of the setting. */
function named(sentence: string): (given?: ValidationArguments) => string {
  return (given) => `${given?.property ?? ''} ${sentence}`;
}

const SEVERAL_HOSTS = /^[^/?#]*\/\/([^/?#]*@)?[^/?#@]*,/;

function problemOfPostgresAddress(value: unknown): string | null {
  const address = String(value);
  if (!/^postgres(ql)?:\/\//.test(address)) return 'must begin with postgres:// or postgresql://';
  if (SEVERAL_HOSTS.test(address))
    return 'must name one host: a name, a service or a proxy that always leads to the right server';
  try {
    const { username, password, pathname } = new URL(address);
    [username, password, pathname].forEach(decodeURIComponent);
    return null;
  } catch {
    return 'cannot be read: write special characters of the password as % and their code, like %23 for #';
  }
}

function isWebAddress(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\/[^/?#\\]/i.test(value) && URL.canParse(value);
}

function proxyAddress(value: string): string {
  return value.includes('://') ? value.replace(/^socks5h:/i, 'socks5:') : `http://${value}`;
}

function isProxyAddress(value: unknown): boolean {
  return typeof value === 'string' && /^(https?|socks5?):\/\/[^/?#\\]/i.test(value) && URL.canParse(value);
}

function toNumber(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d*\.?\d+$/.test(value) ? Number(value) : value,
  );
}
