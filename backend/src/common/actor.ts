/** By what a change came: the web app, an API token, or the desk itself. */
export type Via = 'web' | 'token' | 'system';

/** Who did something, as histories and the audit log keep it. */
export interface Actor {
  /** Null when the desk itself did it. */
  readonly userId: number | null;
  readonly via: Via;
  /** The API token that was used; null without one. */
  readonly tokenId: string | null;
  /** The network address it came from; null when the desk itself did it. */
  readonly address: string | null;
}

/** The desk itself: migrations, seeds, jobs nobody asked for. */
export const SYSTEM: Actor = { userId: null, via: 'system', tokenId: null, address: null };
