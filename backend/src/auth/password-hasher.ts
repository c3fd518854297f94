import { hash, verify } from '@node-rs/argon2';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { makeOpaqueToken } from './domain/opaque-token.ts';
import { passwordForm } from './domain/password-form.ts';

/** As OWASP's Password Storage Cheat Sheet has it: 19 MiB, two passes, one lane. The library's default is argon2id. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash to store of a password, of its normal form; in the PHC string format. */
export function hashPassword(password: string): Promise<string> {
  return hash(passwordForm(password), PARAMETERS);
}

/** Whether the password is the one that was hashed. */
export function isPasswordOf(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, passwordForm(password));
}

/** Compares passwords with their hashes, in the same time whether or not there is one. */
@Injectable()
export class PasswordHasher implements OnModuleInit {
  private nobodys: string;

  async onModuleInit(): Promise<void> {
    this.nobodys = await hashPassword(makeOpaqueToken());
  }

  hash(password: string): Promise<string> {
    return hashPassword(password);
  }

  /** Whether the password is the one that was hashed. Without a hash the same work is done, and the answer is no. */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    const matches = await isPasswordOf(passwordHash ?? this.nobodys, password);
    return matches && passwordHash !== null;
  }

  /** The same for a hash from before passwords had a normal form: of the password as it comes, where that differs. */
  async matchesAsTyped(passwordHash: string | null, password: string): Promise<boolean> {
    if (passwordForm(password) === password) return false;
    const matches = await verify(passwordHash ?? this.nobodys, password);
    return matches && passwordHash !== null;
  }
}
