import { type AttachmentSettings, attachmentSettings } from './attachment-settings.ts';
import { basePathOf } from './base-path.ts';
import { databaseAddresses } from './database-url.ts';
import type { Environment } from './environment.ts';
import { type MailboxSettings, mailboxAddresses } from './mailbox-addresses.ts';
import { type PublicSettings, publicSettings } from './public-settings.ts';
import type { ProcessRole } from './process-role.ts';
import { Secret, secretOf } from './secret.ts';
import { type Sender, senderAccount } from './sender-account.ts';

/** The proxies on the way to the LLM: for http, for https, and the hosts that are reached without one. */
export interface LlmProxies {
  readonly http: Secret | null;
  readonly https: Secret | null;
  readonly bypass: string;
}

/**
 * How the LLM is reached. `timeoutMs` bounds one classification with all its retries; a call that has not been answered by
 * then may go on for `loadTimeoutMs`, with nobody waiting.
 */
export interface LlmSettings {
  readonly provider: string;
  readonly apiKey: Secret | null;
  readonly model: string;
  readonly baseUrl: string | null;
  readonly timeoutMs: number;
  readonly loadTimeoutMs: number;
  readonly proxies: LlmProxies;
}

/** How the desk suggests until an admin decides otherwise; see the settings of the desk. */
export interface FirstSuggestionSettings {
  readonly fallback: 'defaults' | 'local';
  readonly hiddenShare: number;
  /** Null sets no bound. */
  readonly dailyBudget: number | null;
}

/** Of these, which the environment says; the others are as shipped. */
export type SaidSuggestionSettings = readonly (keyof FirstSuggestionSettings)[];

/**
 * How the database is reached; `statementTimeoutMs` is PostgreSQL's own limit for one statement, and `preparedStatements` says
 * whether statements are parsed once for each connection.
 */
export interface DatabaseSettings {
  readonly url: Secret;
  /** The database itself, for what holds a connection: the lock of migrations, listening, and the job queue. */
  readonly directUrl: Secret;
  /** A standby for what only reads; null without one. */
  readonly readUrl: Secret | null;
  /** Whether `url` leads through a proxy that pools transactions: nothing then lasts on a connection but within one. */
  readonly pooledTransactions: boolean;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  readonly preparedStatements: boolean;
}

/** How long a session lasts: without a sign of life, and at the very most. */
export interface SessionSettings {
  readonly idleMinutes: number;
  readonly maxMinutes: number;
}

/** Whose word counts about who asks and how: proxies with an address of a list (or `none`), and those that know a secret. */
export interface ProxySettings {
  readonly trusted: string;
  readonly secret: Secret | null;
}

/** How much a caller may ask: of everything and of the LLM in a minute, and failed sign-ins in a quarter of an hour. */
export interface RateLimitSettings {
  readonly perMinute: number;
  readonly classifyPerMinute: number;
  readonly loginAttemptsPerName: number;
  readonly loginAttemptsPerAddress: number;
}

/** The page of customers; `name` is what the desk is called there. */
export interface PortalSettings {
  readonly isOpen: boolean;
  readonly name: string;
  readonly asksCategory: boolean;
}

/** Whom the first start makes, and how they may sign in. */
export interface FirstPeopleSettings {
  readonly adminPassword: Secret | null;
  /** Whether the people of the demo may keep the passwords that everybody knows. */
  readonly demoSignIn: boolean;
}

/** Every setting of the API, typed and checked; nothing else reads the environment. */
export class Settings {
  readonly host: string;
  readonly port: number;
  readonly role: ProcessRole;
  /** Whether this process answers the requests of the API. A worker answers health checks alone. */
  readonly servesApi: boolean;
  /** Whether this process does jobs. */
  readonly works: boolean;
  /** Where figures are told to Prometheus; null when nobody is to ask. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** For how long it still takes requests once it was asked to stop, in milliseconds. */
  readonly stopNoticeMs: number;
  /** How long stopping may wait for what is under way, in milliseconds. */
  readonly stopTimeoutMs: number;
  /** How many streams of events may be open at once. */
  readonly liveStreamsMax: number;
  readonly logLevel: string;
  readonly seedDemoData: boolean;
  /** Whether this process brings the database up to date; if not, it only looks whether that was done. */
  readonly migratesAtStart: boolean;
  readonly database: DatabaseSettings;
  readonly llm: LlmSettings;
  readonly suggestions: FirstSuggestionSettings;
  readonly suggestionsSaid: SaidSuggestionSettings;
  readonly session: SessionSettings;
  readonly rateLimits: RateLimitSettings;
  readonly proxies: ProxySettings;
  readonly firstPeople: FirstPeopleSettings;
  /** Seals what the desk keeps secret: 32 bytes in base64; null where it can keep nothing secret. */
  readonly secretKey: Secret | null;
  /** Where mails come from that become tickets, as the environment says it; admins add others. */
  readonly mailboxes: readonly MailboxSettings[];
  /** How mails are sent; null where the environment does not say. */
  readonly sender: Sender | null;
  /** Whether who wrote a mail is told that it became a ticket. */
  readonly acknowledgesMails: boolean;
  /** After so many days a closed ticket opens no more. */
  readonly reopenDays: number;
  readonly portal: PortalSettings;
  readonly attachments: AttachmentSettings;
  /** The IANA name of the time zone in which the desk stands. */
  readonly timeZone: string;
  /** The address of the web app, without a slash at its end. */
  readonly webUrl: string;
  /** The path below which people reach the desk, without a slash at its end; empty when it has a host of its own. */
  readonly basePath: string;
  readonly production: boolean;
  /** What of all this may be shown, as it was set. */
  readonly published: PublicSettings;

  constructor(environment: Environment) {
    this.host = environment.HOST;
    this.port = environment.PORT;
    this.role = environment.PROCESS_ROLE;
    this.servesApi = environment.PROCESS_ROLE !== 'worker';
    this.works = environment.PROCESS_ROLE !== 'api';
    const { METRICS_HOST, METRICS_PORT } = environment;
    this.metrics = METRICS_PORT === undefined ? null : { host: METRICS_HOST, port: METRICS_PORT };
    this.stopNoticeMs = environment.STOP_NOTICE_MS;
    this.stopTimeoutMs = environment.STOP_TIMEOUT_MS;
    this.liveStreamsMax = environment.LIVE_STREAMS_MAX;
    this.logLevel = environment.LOG_LEVEL;
    this.seedDemoData = environment.SEED_DEMO_DATA;
    this.migratesAtStart = environment.MIGRATE_AT_START;
    const { url, directUrl, readUrl } = databaseAddresses(environment);
    this.database = {
      url: new Secret(url),
      directUrl: new Secret(directUrl),
      readUrl: readUrl === null ? null : new Secret(readUrl),
      pooledTransactions: directUrl !== url,
      poolSize: environment.DATABASE_POOL_SIZE,
      statementTimeoutMs: environment.DATABASE_STATEMENT_TIMEOUT_MS,
      preparedStatements: environment.DATABASE_PREPARED_STATEMENTS,
    };
    this.llm = {
      provider: environment.LLM_PROVIDER ?? (environment.LLM_API_KEY ? 'openai' : 'local'),
      apiKey: secretOf(environment.LLM_API_KEY),
      model: environment.OPENAI_MODEL,
      baseUrl: environment.OPENAI_BASE_URL ?? null,
      timeoutMs: environment.LLM_TIMEOUT_MS,
      loadTimeoutMs: environment.LLM_LOAD_TIMEOUT_MS,
      proxies: {
        http: secretOf(environment.HTTP_PROXY ?? environment.ALL_PROXY),
        https: secretOf(environment.HTTPS_PROXY ?? environment.ALL_PROXY),
        bypass: environment.NO_PROXY ?? '',
      },
    };
    const { LLM_FALLBACK: fallback, HIDDEN_SHARE: hiddenShare, LLM_DAILY_BUDGET: dailyBudget } = environment;
    this.suggestions = {
      fallback: fallback ?? 'defaults',
      hiddenShare: hiddenShare ?? 0.05,
      dailyBudget: dailyBudget ?? null,
    };
    const first = { fallback, hiddenShare, dailyBudget };
    this.suggestionsSaid = (Object.keys(first) as (keyof typeof first)[]).filter((name) => first[name] !== undefined);
    this.session = { idleMinutes: environment.SESSION_IDLE_MINUTES, maxMinutes: environment.SESSION_MAX_MINUTES };
    this.rateLimits = {
      perMinute: environment.RATE_LIMIT_PER_MINUTE,
      classifyPerMinute: environment.RATE_LIMIT_CLASSIFY_PER_MINUTE,
      loginAttemptsPerName: environment.LOGIN_ATTEMPTS_PER_NAME,
      loginAttemptsPerAddress: environment.LOGIN_ATTEMPTS_PER_ADDRESS,
    };
    this.proxies = {
      trusted: environment.TRUSTED_PROXIES,
      secret: secretOf(environment.PROXY_SECRET),
    };
    this.firstPeople = {
      adminPassword: secretOf(environment.ADMIN_PASSWORD),
      demoSignIn: environment.DEMO_SIGN_IN,
    };
    this.secretKey = secretOf(environment.SECRET_KEY);
    this.mailboxes = mailboxAddresses(environment.MAILBOXES ?? '');
    this.sender = senderAccount(environment);
    this.acknowledgesMails = environment.MAIL_ACKNOWLEDGES;
    this.reopenDays = environment.REOPEN_DAYS;
    const { PORTAL, PORTAL_NAME, PORTAL_ASKS_CATEGORY } = environment;
    this.portal = { isOpen: PORTAL, name: PORTAL_NAME, asksCategory: PORTAL_ASKS_CATEGORY };
    this.attachments = attachmentSettings(environment);
    this.timeZone = environment.TIME_ZONE;
    this.webUrl = environment.WEB_URL.replace(/\/+$/, '');
    this.basePath = basePathOf(this.webUrl);
    this.production = environment.NODE_ENV === 'production';
    this.published = publicSettings(environment);
  }
}
