import { Transform, plainToInstance } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateBy,
  validateSync,
} from 'class-validator';

const toInteger = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
);
const toBoolean = Transform(({ value }: { value: unknown }) =>
  value === 'true' ? true : value === 'false' ? false : value,
);

const UNREADABLE_DATABASE_URL =
  'DATABASE_URL cannot be read: write special characters of the password as % and their code, like %23 for #';

/** The environment variables that the API reads, with their limits (checked from below) and defaults. */
export class Environment {
  @IsString()
  HOST = '127.0.0.1';

  @toInteger
  @Max(65535)
  @Min(1)
  @IsInt()
  PORT = 8000;

  @ValidateBy({
    name: 'readableUrl',
    validator: { validate: isReadableUrl, defaultMessage: () => UNREADABLE_DATABASE_URL },
  })
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_URL must begin with postgres:// or postgresql://' })
  @IsNotEmpty({ message: 'DATABASE_URL is required, like postgres://user:password@host:5432/database' })
  DATABASE_URL: string;

  @toInteger
  @Max(200)
  @Min(1)
  @IsInt()
  DATABASE_POOL_SIZE = 10;

  @toInteger
  @Max(120_000)
  @Min(100)
  @IsInt()
  DATABASE_STATEMENT_TIMEOUT_MS = 10_000;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  LOG_LEVEL = 'info';

  @toBoolean
  @IsBoolean()
  SEED_DEMO_DATA = true;

  @IsNotEmpty()
  LLM_PROVIDER = 'openai';

  @IsOptional()
  @IsString()
  LLM_API_KEY?: string;

  @IsNotEmpty()
  OPENAI_MODEL = 'gpt-4o-mini';

  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  OPENAI_BASE_URL?: string;

  @toInteger
  @Max(60_000)
  @Min(100)
  @IsInt()
  LLM_TIMEOUT_MS = 10_000;
}

/** Thrown when the environment cannot be used; the message is one sentence a person can act on. */
export class InvalidEnvironmentError extends Error {}

/**
 * Checks environment variables and fills in the defaults; an empty value counts as unset.
 *
 * @throws InvalidEnvironmentError naming every variable that is wrong.
 */
export function readEnvironment(variables: Record<string, unknown>): Environment {
  const known = new Set(Object.keys(new Environment()).concat('DATABASE_URL', 'LLM_API_KEY', 'OPENAI_BASE_URL'));
  const given = Object.fromEntries(Object.entries(variables).filter(([key, value]) => known.has(key) && value !== ''));
  const environment = plainToInstance(Environment, given);
  const problems = validateSync(environment, { stopAtFirstError: true }).flatMap((error) =>
    Object.values(error.constraints ?? {}),
  );
  if (problems.length > 0) throw new InvalidEnvironmentError(`Invalid settings: ${problems.join('; ')}.`);
  return environment;
}

/** The variables of this process; the one place that reads them. */
export function processVariables(): Record<string, string | undefined> {
  return process.env;
}

function isReadableUrl(value: unknown): boolean {
  try {
    const { username, password, pathname } = new URL(String(value));
    [username, password, pathname].forEach(decodeURIComponent);
    return true;
  } catch {
    return false;
  }
}
