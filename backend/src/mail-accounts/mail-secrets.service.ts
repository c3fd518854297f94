import { Injectable } from '@nestjs/common';
import type { Secret } from '../config/secret.ts';
import { SecretBox } from '../secrets/secret-box.ts';
import type { Login } from './credentials.ts';
import { type MailServer, isSameServer, sealUse } from './domain/mail-server.ts';
import { secretsMissing } from './domain/secrets-missing.ts';
import { type TypedSecrets, oauthSecrets, oneSecret } from './typed-secrets.ts';
import { AccessTokens } from './oauth/access-tokens.service.ts';
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
      accessToken: async (anew) => (await this.tokens.give(oauth, oauthSecrets(secret), anew)).accessToken,
    };
  }

  /** How to sign in with what is kept; null where it cannot be read. A refresh token that takes its place is kept in turn. */
  keptLogin(kept: KeptLogin, place: KeptPlace): Login | null {
    const secret = this.open(kept);
    if (!secret) return null;
    if (!kept.server.oauth) return { kind: 'password', password: secret };
    return { kind: 'oauth', accessToken: (anew) => this.accessToken(place, anew) };
  }

  private async accessToken({ read, replace }: KeptPlace, anew: boolean): Promise<Secret> {
    const kept = await read();
    const secret = kept && this.open(kept);
    if (!kept?.server.oauth || !secret) throw new TokenRefused('How to sign in was changed meanwhile.');
    const secrets = oauthSecrets(secret);
    const { accessToken, refreshToken } = await this.tokens.give(kept.server.oauth, secrets, anew);
    if (refreshToken.reveal() !== secrets.refreshToken.reveal()) {
      const after = oneSecret({ ...secrets, refreshToken });
      await replace(kept.sealed, this.box.seal(after, sealUse(kept.protocol, kept.server)));
    }
    return accessToken;
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
    const secrets = { refreshToken, clientSecret: typed.clientSecret ?? known?.clientSecret ?? null };
    // One that was tried before it is kept may have had another one take its place.
    return oneSecret(this.tokens.newest(server.oauth, secrets));
  }

  private open({ protocol, server, sealed }: KeptLogin): Secret | null {
    return this.box.open(sealed, sealUse(protocol, server));
  }
}

function isTyped({ oauth }: MailServer, { password, clientSecret, refreshToken }: TypedSecrets): boolean {
  return oauth ? (clientSecret ?? refreshToken) !== null : password !== null;
}
