import type { Environment } from './environment.ts';
import { Secret } from './secret.ts';

/** How the LLM is reached. `timeoutMs` bounds one classification with all its retries. */
export interface LlmSettings {
  readonly provider: string;
  readonly apiKey: Secret | null;
  readonly model: string;
  readonly baseUrl: string | null;
  readonly timeoutMs: number;
}

/** How the database is reached; `statementTimeoutMs` is PostgreSQL's own limit for one statement. */
export interface DatabaseSettings {
  readonly url: Secret;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
}

/** Every setting of the API, typed and checked; nothing else reads the environment. */
export class Settings {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly seedDemoData: boolean;
  readonly database: DatabaseSettings;
  readonly llm: LlmSettings;

  constructor(environment: Environment) {
    this.host = environment.HOST;
    this.port = environment.PORT;
    this.logLevel = environment.LOG_LEVEL;
    this.seedDemoData = environment.SEED_DEMO_DATA;
    this.database = {
      url: new Secret(environment.DATABASE_URL),
      poolSize: environment.DATABASE_POOL_SIZE,
      statementTimeoutMs: environment.DATABASE_STATEMENT_TIMEOUT_MS,
    };
    this.llm = {
      provider: environment.LLM_PROVIDER,
      apiKey: environment.LLM_API_KEY ? new Secret(environment.LLM_API_KEY) : null,
      model: environment.OPENAI_MODEL,
      baseUrl: environment.OPENAI_BASE_URL ?? null,
      timeoutMs: environment.LLM_TIMEOUT_MS,
    };
  }
}
