import { request } from '@playwright/test';
import { fromEnvironment } from './from-environment.ts';

/** Somebody who can sign in to the desk of the journeys. */
export interface Person {
  readonly username: string;
  readonly password: string;
}

/** The first admin; the desk of the journeys starts with this password. */
export const ADMIN: Person = { username: 'admin', password: 'journeys-begin-here' };
/** An agent of the demo data. */
export const AGENT: Person = { username: 'mina.park', password: 'demo-agent-1' };

/** Cookies as a browser keeps them. */
export type SignedIn = Awaited<ReturnType<Awaited<ReturnType<typeof request.newContext>>['storageState']>>;

const sessions = new Map<string, Promise<SignedIn>>();

/** The cookies of a person who has signed in; once for all journeys of a worker. */
export function signedIn(person: Person): Promise<SignedIn> {
  const session = sessions.get(person.username) ?? signIn(person);
  sessions.set(person.username, session);
  return session;
}

/** Signs a person in anew, beside all sessions there are. */
export async function signIn({ username, password }: Person): Promise<SignedIn> {
  // Otherwise the new context begins with the cookies of the journey, and signing in ends that session.
  const storageState = { cookies: [], origins: [] };
  const context = await request.newContext({ baseURL: fromEnvironment('DESK_URL'), storageState });
  const response = await context.post('/api/auth/login', { data: { username, password } });
  if (!response.ok()) throw new Error(`${username} cannot sign in: ${await response.text()}`);
  const state = await context.storageState();
  await context.dispose();
  return state;
}
