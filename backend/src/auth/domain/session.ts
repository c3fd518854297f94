/** A browser in which somebody is signed in. */
export interface Session {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  /** When it ends at the latest; unused, it ends sooner. */
  readonly expiresAt: Date;
  readonly address: string;
  readonly userAgent: string;
}

/** Where a request comes from, as far as the network and the browser tell. */
export interface Origin {
  readonly address: string;
  readonly userAgent: string;
}

/** A session with the secret that its browser keeps; the secret exists nowhere else. */
export interface StartedSession {
  readonly token: string;
  readonly expiresAt: Date;
}
