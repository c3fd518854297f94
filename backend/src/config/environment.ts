import { plainToInstance } from 'class-transformer';
import {
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateBy,
  ValidateIf,
  type ValidationArguments,
  validateSync,
} from 'class-validator';
import { hasUsablePath } from './base-path.ts';
import { givenValue } from './given-value.ts';
import { areMailboxes } from './mailbox-addresses.ts';
import { forgetPostgresVariables } from './postgres-variables.ts';
import { PROCESS_ROLES, type ProcessRole } from './process-role.ts';
import { isMailbox, isSmtpServer } from './sender-account.ts';
import { Amount, PostgresAddress, Proxy, Share, Switch, WebAddress, WholeNumber } from './setting-kinds.ts';
import { isTimeZone } from './time-zone.ts';
import { isProxyList } from './trusted-proxies.ts';

const BAD_PROXY_LIST =
  'TRUSTED_PROXIES must be none, or a comma-separated list of loopback, linklocal, uniquelocal, addresses and ranges like 172.16.0.0/12';
const BAD_BASE_PATH =
  'WEB_URL may have a path of letters, digits, and - . _ ~ that does not begin with /api, and nothing behind it';
const LONG_NOTICE = 'STOP_NOTICE_MS must be less than STOP_TIMEOUT_MS, within which the process has to end';
const BAD_MAILBOXES =
  'MAILBOXES must be addresses like imaps://user:password@imap.example.com/INBOX with spaces between them, and nothing behind a question mark but authserv_id=mx.example.net and relays=192.0.2.0/24; signs in names and passwords are percent-encoded';
const BAD_SMTP_SERVER =
  'SMTP_URL must be the address of a mail server, like smtps://user:password@smtp.example.com; signs in names and passwords are percent-encoded';
const BAD_SENDER = 'MAIL_FROM must be an address, like Support <support@example.com>';
const BAD_SECRET_KEY =
  'SECRET_KEY must be 32 random bytes in base64, as `openssl rand -base64 32` gives them: 44 characters';
const BAD_CLAMD = 'CLAMD_ADDRESS must be host:port, or the path of a socket that begins with /';
const UNKNOWN_TIME_ZONE = 'TIME_ZONE must be the name of a time zone, like Europe/Helsinki';

/** The environment variables that the API reads, with their limits (checked from below) and defaults. */
export class Environment {
  @IsString()
  HOST = '127.0.0.1';

  @WholeNumber(1, 65_535)
  PORT = 8000;

  /** What this process does: answer requests, do jobs, or both. */
  @IsIn(PROCESS_ROLES)
  PROCESS_ROLE: ProcessRole = 'all';

  /** Where Prometheus may ask for figures; without a port nobody can. */
  @IsOptional()
  @WholeNumber(1, 65_535)
  METRICS_PORT?: number;

  @IsString()
  METRICS_HOST = '127.0.0.1';

  /** For how long a process that is asked to stop still takes requests, so that whoever sends them hears of it. */
  @ValidateBy({
    name: 'shorterThanStop',
    validator: { validate: isShorterThanStop, defaultMessage: () => LONG_NOTICE },
  })
  @WholeNumber(0, 600_000)
  STOP_NOTICE_MS = 500;

  /** How long a process that is asked to stop waits for requests, open answers and jobs. */
  @WholeNumber(100, 600_000)
  STOP_TIMEOUT_MS = 65_000;

  /** How many streams of events a process holds open at once. */
  @WholeNumber(1, 100_000)
  LIVE_STREAMS_MAX = 1_000;

  @PostgresAddress()
  @IsNotEmpty({ message: 'DATABASE_URL is required, like postgres://user:password@host:5432/database' })
  DATABASE_URL: string;

  /** The same database without the proxy that pools transactions, when DATABASE_URL leads through one. */
  @IsOptional()
  @PostgresAddress()
  DATABASE_DIRECT_URL?: string;

  /** A standby that lists, searches, statistics and exports are read from. */
  @IsOptional()
  @PostgresAddress()
  DATABASE_READ_URL?: string;

  /** A file with the password, in place of the one in the addresses of the database. */
  @IsOptional()
  @IsString()
  DATABASE_PASSWORD_FILE?: string;

  @WholeNumber(1, 200)
  DATABASE_POOL_SIZE = 10;

  @WholeNumber(100, 120_000)
  DATABASE_STATEMENT_TIMEOUT_MS = 10_000;

  /** Whether a process brings the database up to date before it begins; if not, `migrate.ts` has to, before it is started. */
  @Switch()
  MIGRATE_AT_START = true;

  /** Off behind a proxy that pools transactions and knows no prepared statements, like PgBouncer before 1.21. */
  @Switch()
  DATABASE_PREPARED_STATEMENTS = true;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  LOG_LEVEL = 'info';

  @Switch()
  SEED_DEMO_DATA = true;

  /** Who is asked for suggestions; without a word an LLM when there is a key for it, else the built-in suggester. */
  @IsOptional()
  @IsNotEmpty()
  LLM_PROVIDER?: string;

  /** Who answers when the LLM fails, until an admin decides otherwise; without a word the defaults are filled in. */
  @IsOptional()
  @IsIn(['defaults', 'local'])
  LLM_FALLBACK?: 'defaults' | 'local';

  /** Which share of hideable suggestions is kept from sight, until an admin decides otherwise; without a word 0.05. */
  @IsOptional()
  @Share(0.5)
  HIDDEN_SHARE?: number;

  /** What the LLM may cost in a day, until an admin decides otherwise; without a word there is no bound. */
  @IsOptional()
  @Amount(1_000_000)
  LLM_DAILY_BUDGET?: number;

  @IsOptional()
  @IsString()
  LLM_API_KEY?: string;

  @IsNotEmpty()
  OPENAI_MODEL = 'gpt-4o-mini';

  @IsOptional()
  @WebAddress()
  OPENAI_BASE_URL?: string;

  @WholeNumber(100, 60_000)
  LLM_TIMEOUT_MS = 10_000;

  /** How long a call goes on that nobody waits for any more, so that a model can load; 0 hangs up at once. */
  @WholeNumber(0, 3_600_000)
  LLM_LOAD_TIMEOUT_MS = 300_000;

  /** The way out to the LLM, in the words of other programs. In small letters they count too, and before these. */
  @IsOptional()
  @Proxy()
  HTTPS_PROXY?: string;

  @IsOptional()
  @Proxy()
  HTTP_PROXY?: string;

  @IsOptional()
  @Proxy()
  ALL_PROXY?: string;

  @IsOptional()
  @IsString()
  NO_PROXY?: string;

  /** The first admin's password; without one it is `admin123`, to be changed at the first sign-in. */
  @IsOptional()
  @IsString()
  ADMIN_PASSWORD?: string;

  /** The demo agents may sign in without choosing a password first. For trying the desk out on one's own machine. */
  @Switch()
  DEMO_SIGN_IN = false;

  @WholeNumber(1, 10_080)
  SESSION_IDLE_MINUTES = 480;

  @WholeNumber(1, 43_200)
  SESSION_MAX_MINUTES = 10_080;

  @WholeNumber(1, 1_000_000)
  LOGIN_ATTEMPTS_PER_NAME = 10;

  @WholeNumber(1, 1_000_000)
  LOGIN_ATTEMPTS_PER_ADDRESS = 50;

  @WholeNumber(1, 1_000_000)
  RATE_LIMIT_PER_MINUTE = 600;

  @WholeNumber(1, 1_000_000)
  RATE_LIMIT_CLASSIFY_PER_MINUTE = 30;

  /** With a path, the desk lives below it. */
  @ValidateBy({ name: 'usablePath', validator: { validate: hasUsablePath, defaultMessage: () => BAD_BASE_PATH } })
  @WebAddress()
  WEB_URL = 'http://localhost:3000';

  /** Where the desk stands: whose days its figures are counted by, unless somebody asks for others. */
  @ValidateBy({
    name: 'timeZone',
    validator: { validate: isTimeZone, defaultMessage: () => UNKNOWN_TIME_ZONE },
  })
  TIME_ZONE = 'UTC';

  /** The proxies whose word about their clients is believed. */
  @ValidateBy({
    name: 'proxyList',
    validator: { validate: isProxyList, defaultMessage: () => BAD_PROXY_LIST },
  })
  TRUSTED_PROXIES = 'none';

  /** Known to the proxy in front and to nobody else: what carries it in `X-Desk-Proxy` comes from there. */
  @IsOptional()
  @IsString()
  PROXY_SECRET?: string;

  /** Seals the passwords that the desk keeps for its mailboxes and its sender; who has it and the database can read them. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9+/]{43}=$/, { message: BAD_SECRET_KEY })
  SECRET_KEY?: string;

  /** Mailboxes whose mails become tickets; each with its user, password and folder. */
  @IsOptional()
  @ValidateBy({ name: 'mailboxes', validator: { validate: areMailboxes, defaultMessage: () => BAD_MAILBOXES } })
  MAILBOXES?: string;

  /** The server that takes the desk's mails; without one, answers are kept and not sent. */
  @ValidateIf(({ SMTP_URL, MAIL_FROM }: Environment) => !!SMTP_URL || !!MAIL_FROM)
  @ValidateBy({ name: 'smtpServer', validator: { validate: isSmtpServer, defaultMessage: () => BAD_SMTP_SERVER } })
  SMTP_URL?: string;

  /** Who the desk's mails are from. */
  @ValidateIf(({ SMTP_URL, MAIL_FROM }: Environment) => !!SMTP_URL || !!MAIL_FROM)
  @ValidateBy({ name: 'sender', validator: { validate: isMailbox, defaultMessage: () => BAD_SENDER } })
  MAIL_FROM?: string;

  /** Whether the mail server gives what is sent to `support+anything@…` to `support@…`. */
  @Switch()
  MAIL_PLUS_ADDRESS = false;

  /** Whether servers are asked to report what became of mails. */
  @Switch()
  MAIL_RECEIPTS = false;

  /** Whether who wrote a mail is told that it became a ticket. */
  @Switch()
  MAIL_ACKNOWLEDGES = false;

  /** Whether customers have a page of their own. */
  @Switch()
  PORTAL = false;

  /** What the desk is called there. */
  @MaxLength(100, { message: 'PORTAL_NAME may have at most 100 characters' })
  @IsNotEmpty()
  PORTAL_NAME = 'Support';

  /** Whether customers name the category of what they ask. */
  @Switch()
  PORTAL_ASKS_CATEGORY = false;

  /** A ticket that was closed so many days ago opens no more when its customer writes: it goes on in another one. */
  @WholeNumber(0, 3_650)
  REOPEN_DAYS = 30;

  /** Where new attachments are kept. What is in another one is read there as long as that is set up. */
  @IsIn(['database', 'folder', 's3'])
  ATTACHMENT_STORAGE: 'database' | 'folder' | 's3' = 'database';

  /** A folder that all processes share. */
  @ValidateIf(
    ({ ATTACHMENT_STORAGE, ATTACHMENT_FOLDER }: Environment) => ATTACHMENT_STORAGE === 'folder' || !!ATTACHMENT_FOLDER,
  )
  @IsString({ message: 'ATTACHMENT_FOLDER is required where ATTACHMENT_STORAGE is folder' })
  ATTACHMENT_FOLDER?: string;

  /** How large a file may be, in mebibytes. */
  @WholeNumber(1, 2_048)
  ATTACHMENT_MAX_MB = 25;

  /** How much room all attachments together may take, in mebibytes; without a word there is no bound. */
  @IsOptional()
  @WholeNumber(1, 1_000_000_000)
  ATTACHMENT_QUOTA_MB?: number;

  /** Without one, that of Amazon in the region. */
  @IsOptional()
  @WebAddress()
  S3_ENDPOINT?: string;

  @IsNotEmpty()
  S3_REGION = 'us-east-1';

  @ValidateIf(({ ATTACHMENT_STORAGE, S3_BUCKET }: Environment) => ATTACHMENT_STORAGE === 's3' || !!S3_BUCKET)
  @IsString({ message: 'S3_BUCKET is required where ATTACHMENT_STORAGE is s3' })
  S3_BUCKET?: string;

  /** Without one, the place where programs on AWS find theirs. */
  @IsOptional()
  @IsString()
  S3_ACCESS_KEY_ID?: string;

  @ValidateIf(({ S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY }: Environment) => !!S3_ACCESS_KEY_ID || !!S3_SECRET_ACCESS_KEY)
  @IsString({ message: 'S3_SECRET_ACCESS_KEY is required with S3_ACCESS_KEY_ID' })
  S3_SECRET_ACCESS_KEY?: string;

  /** The virus scanner that looks at files as they come; without one nobody does. */
  @IsOptional()
  @Matches(/^(\/[^\s]+|[^\s/:]+:\d{1,5}|\[[0-9a-fA-F:]+\]:\d{1,5})$/, { message: BAD_CLAMD })
  CLAMD_ADDRESS?: string;

  /** `production` on a desk that people work with. */
  @IsString()
  NODE_ENV = 'development';
}

const PROXIES = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY'];
const WITHOUT_DEFAULT = [
  ...[
    'DATABASE_URL',
    'DATABASE_DIRECT_URL',
    'DATABASE_READ_URL',
    'DATABASE_PASSWORD_FILE',
    'LLM_PROVIDER',
    'LLM_API_KEY',
    'OPENAI_BASE_URL',
    'ADMIN_PASSWORD',
  ],
  ...['PROXY_SECRET', 'LLM_FALLBACK', 'HIDDEN_SHARE', 'LLM_DAILY_BUDGET', 'METRICS_PORT', 'MAILBOXES', 'SECRET_KEY'],
  ...['SMTP_URL', 'MAIL_FROM'],
  ...['ATTACHMENT_FOLDER', 'ATTACHMENT_QUOTA_MB', 'CLAMD_ADDRESS'],
  ...['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  ...PROXIES,
];

/** Thrown when the environment cannot be used; the message is one sentence a person can act on. */
export class InvalidEnvironmentError extends Error {}

/**
 * Checks environment variables and fills in the defaults; an empty value counts as unset, and what stands around a value
 * does not count (see `givenValue`).
 *
 * @throws InvalidEnvironmentError naming every variable that is wrong.
 */
export function readEnvironment(variables: Record<string, unknown>): Environment {
  const known = new Set(Object.keys(new Environment()).concat(WITHOUT_DEFAULT));
  const values = [...Object.entries(variables), ...inSmallLetters(variables)]
    .filter(([name]) => known.has(name))
    .map(([name, value]) => [name, givenValue(name, value)] as const);
  const given = Object.fromEntries(values.filter(([, value]) => value !== '' && value !== undefined));
  const environment = plainToInstance(Environment, given);
  const problems = validateSync(environment, { stopAtFirstError: true }).flatMap((error) =>
    Object.values(error.constraints ?? {}),
  );
  if (problems.length > 0) throw new InvalidEnvironmentError(`Invalid settings: ${problems.join('; ')}.`);
  return environment;
}

/** The variables of this process; the one place that reads them. What they say to PostgreSQL's clients is forgotten. */
export function processVariables(): Record<string, string | undefined> {
  forgetPostgresVariables(process.env);
  return process.env;
}

function isShorterThanStop(noticeMs: unknown, given?: ValidationArguments): boolean {
  return Number(noticeMs) < (given?.object as Environment).STOP_TIMEOUT_MS;
}

/** Other programs read the names of proxies in small letters too, and go by those first. */
function inSmallLetters(variables: Record<string, unknown>): [string, unknown][] {
  return PROXIES.map((name) => [name, variables[name.toLowerCase()]]);
}
