import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { isLoopback } from '../config/loopback.ts';
import { Settings } from '../config/settings.ts';
import { CredentialsService } from '../users/credentials.service.ts';
import { DEMO_AGENTS, FIRST_ADMIN, type FirstPerson } from '../users/domain/first-people.ts';
import { hasExpired } from '../users/user-credentials.ts';
import { PasswordCheck } from './password-check.service.ts';

/** How one of the people of the first start signs in now. */
export interface SignInHint {
  readonly username: string;
  /** The password, when it is still the one that everybody can look up; otherwise null. */
  readonly password: string | null;
  /** Whether the password is the one that the setting ADMIN_PASSWORD holds. */
  readonly fromSettings: boolean;
  readonly mustChange: boolean;
}

/** Knows which of the people of the first start still have the password that they were made with. */
@Injectable()
export class KnownPasswords implements OnApplicationBootstrap {
  constructor(
    private readonly passwords: PasswordCheck,
    private readonly credentials: CredentialsService,
    private readonly settings: Settings,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(KnownPasswords.name);
  }

  /** Warns whoever runs a real desk while anybody can sign in there. */
  async onApplicationBootstrap(): Promise<void> {
    // Told once, by those who let people in.
    if (!this.settings.servesApi) return;
    if (this.settings.production) await this.warnOfAdmin();
    if (this.isServed()) await this.warnOfAgents();
  }

  /** Whether this is more than a demo on one's own machine. */
  private isServed(): boolean {
    const { host, production, firstPeople } = this.settings;
    return !isLoopback(host) || (production && !firstPeople.demoSignIn);
  }

  private async warnOfAdmin(): Promise<void> {
    const { username, knownPassword } = FIRST_ADMIN;
    if (!(await this.passwords.verify(username, knownPassword))) return;
    this.logger.warn(
      `The password of "${username}" is still ${knownPassword}, which everybody knows. Sign in and choose another now; ` +
        'the setting ADMIN_PASSWORD chooses one before the first start.',
    );
  }

  private async warnOfAgents(): Promise<void> {
    const known = [];
    for (const { username, knownPassword } of DEMO_AGENTS) {
      const still = await this.passwords.verify(username, knownPassword);
      if (still && !hasExpired(still)) known.push(`"${username}"`);
    }
    if (known.length === 0) return;
    this.logger.warn(
      `Everybody can look up the demo passwords of ${known.join(' and ')}. Deactivate them or reset their passwords ` +
        'in the admin section; with SEED_DEMO_DATA=false the first start makes none.',
    );
  }

  /** The people of the first start who may sign in, as far as it is known how. */
  async hints(): Promise<SignInHint[]> {
    const hints = await Promise.all([FIRST_ADMIN, ...DEMO_AGENTS].map((person) => this.hintOf(person)));
    return hints.filter((hint) => hint !== null);
  }

  private async hintOf(person: FirstPerson): Promise<SignInHint | null> {
    const { username, knownPassword } = person;
    const still = await this.passwords.verify(username, knownPassword);
    if (still && hasExpired(still)) return null;
    if (still)
      return { username, password: knownPassword, fromSettings: false, mustChange: still.user.mustChangePassword };
    // Of agents who chose a password of their own there is nothing to say.
    if (person !== FIRST_ADMIN || !(await this.maySignIn(username))) return null;
    const { adminPassword } = this.settings.firstPeople;
    const chosen = adminPassword && (await this.passwords.verify(username, adminPassword.reveal()));
    return { username, password: null, fromSettings: Boolean(chosen), mustChange: false };
  }

  private async maySignIn(username: string): Promise<boolean> {
    return (await this.credentials.findByUsername(username))?.user.active ?? false;
  }
}
