import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/problems/domain-error.ts';
import { Secret } from '../config/secret.ts';
import { Settings } from '../config/settings.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Keeps secrets where others may look: sealed by `SECRET_KEY` (AES-256-GCM), each for one use, so that what is sealed for one
 * server opens for no other. A sealed secret names the key it was sealed by: `key.bytes`, in base64url.
 */
@Injectable()
export class SecretBox {
  private readonly key: Buffer | null;
  private readonly keyName: string;

  constructor({ secretKey }: Settings) {
    this.key = secretKey && Buffer.from(secretKey.reveal(), 'base64');
    this.keyName = this.key ? createHash('sha256').update(this.key).digest('base64url').slice(0, 8) : '';
  }

  /** Whether there is a key: without one nothing can be sealed or opened. */
  get hasKey(): boolean {
    return this.key !== null;
  }

  /** @throws DomainError `secret_key_missing` */
  seal(secret: Secret, use: string): string {
    if (!this.key) {
      throw new DomainError(
        'secret_key_missing',
        'Passwords cannot be kept: SECRET_KEY is not set where the desk is installed.',
      );
    }
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(use));
    const sealed = Buffer.concat([cipher.update(secret.reveal(), 'utf8'), cipher.final()]);
    return `${this.keyName}.${Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url')}`;
  }

  /** The secret; null when it was sealed by another key or for another use, or is damaged. */
  open(sealed: string, use: string): Secret | null {
    const [keyName, text = ''] = sealed.split('.');
    const bytes = Buffer.from(text, 'base64url');
    if (!this.key || keyName !== this.keyName || bytes.length < NONCE_BYTES + TAG_BYTES) return null;
    try {
      const decipher = createDecipheriv(CIPHER, this.key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(use))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      const opened = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
      return new Secret(opened.toString());
    } catch {
      return null;
    }
  }
}
