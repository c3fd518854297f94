import type { NewUser } from '../managed-user.ts';

/** Somebody whom the first start makes, with a password that everybody can look up. */
export interface FirstPerson extends NewUser {
  readonly knownPassword: string;
}

export const FIRST_ADMIN: FirstPerson = {
  username: 'admin',
  displayName: 'Administrator',
  role: 'admin',
  knownPassword: 'admin123',
};

export const DEMO_AGENTS: readonly FirstPerson[] = [
  { username: 'mina.park', displayName: 'Mina Park', role: 'agent', knownPassword: 'demo-agent-1' },
  { username: 'jonas.weber', displayName: 'Jonas Weber', role: 'agent', knownPassword: 'demo-agent-2' },
];
