import { randomInt } from 'node:crypto';

/** No vowels, so that no words arise, and nothing that looks like something else. */
const ALPHABET = '23456789bcdfghjkmnpqrstvwxz';
const GROUPS = 5;
const GROUP_LENGTH = 4;

/** Easy to read out and to type: five groups of four, 95 random bits. */
export function makeOneTimePassword(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

const DAYS = 7;
const DAY_MS = 86_400_000;

/** Until when a one-time password works that is made now. */
export function oneTimePasswordEnd(now = new Date()): Date {
  return new Date(now.getTime() + DAYS * DAY_MS);
}
