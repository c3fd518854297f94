import { Injectable } from '@nestjs/common';
import type { Secret } from '../config/secret.ts';
import { SecretBox } from '../secrets/secret-box.ts';
import type { AccessToken, Login } from './credentials.ts';
import { type MailServer, isSameServer, sealUse } from './domain/mail-server.ts';
import { secretsMissing } from './domain/secrets-missing.ts';
import { type TypedSecrets, oauthSecrets, oneSecret } from './typed-secrets.ts';
import { AccessTokens } from './oauth/access-tokens.service.ts';
import { RefusedLogins } from './oauth/refused-logins.ts';
import { TokenRefused } from './oauth/token-refused.ts';

/** A mail server with what is kept to sign in there. */
export interface KeptLogin {
  readonly protocol: 'imap' | 'smtp';
  readonly server: MailServer;
  readonly sealed: string;
}

/** How what is kept is read as it is now, and another one put in its place, unless that was done already. */
export interface KeptPlace {
  readonly read: () => Promise<KeptLogin | null>;
  readonly replace: (before: string, after: string) => Promise<void>;
}

/** Passwords and tokens of mail servers: they are sealed, and opened for nothing but the server and user that they were typed for. */
@Injectable()
export class MailSecrets {
  private readonly refused = new RefusedLogins();

  constructor(
    private readonly box: SecretBox,
    private readonly tokens: AccessTokens,
  ) {}

  /** Whether what is kept can be read: what another key has sealed cannot. */
  canOpen(kept: KeptLogin): boolean {
    return this.open(kept) !== null;
  }

  /**
   * What is to be kept for a server: as it was typed, else as it is kept for the same one.
   *
   * @throws ValidationFailed where there is none.
   * @throws DomainError `secret_key_missing`
   */
  sealed({ protocol, server }: Omit<KeptLogin, 'sealed'>, typed: TypedSecrets, before: KeptLogin | null): string {
    if (!isTyped(server, typed) && before && isSameServer(before.server, server)) return before.sealed;
    return this.box.seal(this.secretFor(server, typed, before), sealUse(protocol, server));
  }

  /**
   * How to sign in to try a server: with what was typed, else with what is kept for the same one.
   *
   * @throws ValidationFailed where there is nothing.
   */
  loginToTry(
    server: MailServer,
    typed: TypedSecrets,
    before: { readonly kept: KeptLogin; readonly place: KeptPlace } | null,
  ): Login {
    const kept = before && !isTyped(server, typed) && isSameServer(before.kept.server, server);
    const login = kept ? this.keptLogin(before.kept, before.place) : null;
    if (login) return login;
    const secret = this.secretFor(server, typed, before?.kept ?? null);
    const { oauth } = server;
    if (!oauth) return { kind: 'password', password: secret };
    return {
      kind: 'oauth',
      accessToken: async (anew) => {
        const { accessToken, isNew } = await this.tokens.give(oauth, oauthSecrets(secret), anew);
        return { secret: accessToken, isNew };
      },
      told: () => undefined,
    };
  }

  /**
   * How to sign in with what is kept; null where it cannot be read. A refresh token that takes its place is kept in turn. Which accounts were
   * refused is remembered as they are: one that was changed is tried at once.
   */
  keptLogin(kept: KeptLogin, place: KeptPlace): Login | null {
    const secret = this.open(kept);
    if (!secret) return null;
    if (!kept.server.oauth) return { kind: 'password', password: secret };
    let account = accountOf(kept);
    return {
      kind: 'oauth',
      accessToken: async (anew) => {
        const now = await place.read();
        if (now) account = accountOf(now);
        if (!anew) this.refused.requireTry(account);
        try {
          const { token, sealed } = await this.accessToken(now, place, anew);
          if (now && sealed !== now.sealed) this.refused.rename(account, (account = accountOf({ ...now, sealed })));
          return token;
        } catch (error) {
          if (error instanceof TokenRefused) this.refused.tell(account, error.message);
          throw error;
        }
      },
      told: (refusal) => this.refused.tell(account, refusal),
    };
  }

  /** A token, and what is kept from then on. */
  private async accessToken(
    kept: KeptLogin | null,
    { replace }: KeptPlace,
    anew: boolean,
  ): Promise<{ readonly token: AccessToken; readonly sealed: string }> {
    const secret = kept && this.open(kept);
    if (!kept?.server.oauth || !secret) throw new TokenRefused('How to sign in was changed meanwhile.');
    const secrets = oauthSecrets(secret);
    const { accessToken, refreshToken, isNew } = await this.tokens.give(kept.server.oauth, secrets, anew);
    const token = { secret: accessToken, isNew };
    if (refreshToken.reveal() === secrets.refreshToken.reveal()) return { token, sealed: kept.sealed };
    const after = oneSecret({ ...secrets, refreshToken });
    const sealed = this.box.seal(after, sealUse(kept.protocol, kept.server));
    await replace(kept.sealed, sealed);
    return { token, sealed };
  }

  private secretFor(server: MailServer, typed: TypedSecrets, before: KeptLogin | null): Secret {
    const kept = before && isSameServer(before.server, server) ? this.open(before) : null;
    if (!server.oauth) {
      const password = typed.password ?? kept;
      if (!password) throw secretsMissing(server, before?.server ?? null);
      return password;
    }
    const known = kept && oauthSecrets(kept);
    const refreshToken = typed.refreshToken ?? known?.refreshToken;
    if (!refreshToken) throw secretsMissing(server, before?.server ?? null);
    const { clientSecret = known?.clientSecret ?? null } = typed;
    const secrets = { refreshToken, clientSecret };
    // One that was tried before it is kept may have had another one take its place.
    return oneSecret(this.tokens.newest(server.oauth, secrets));
  }

  private open({ protocol, server, sealed }: KeptLogin): Secret | null {
    return this.box.open(sealed, sealUse(protocol, server));
  }
}

function isTyped({ oauth }: MailServer, { password, clientSecret, refreshToken }: TypedSecrets): boolean {
  return oauth ? clientSecret !== undefined || refreshToken !== null : password !== null;
}

/** An account as it is set: another one whenever an admin has changed how it signs in. */
function accountOf({ server, sealed }: KeptLogin): string {
  return JSON.stringify([server.oauth?.scope, sealed]);
}
