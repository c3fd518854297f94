import type { Environment } from './environment.ts';
import { Secret } from './secret.ts';

const MEBIBYTE = 1024 * 1024;

/** A bucket, and how it is reached. */
export interface S3Settings {
  /** Null for Amazon's own in the region. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly bucket: string;
  /** Null leaves it to where programs on AWS find theirs. */
  readonly credentials: { readonly keyId: string; readonly secret: Secret } | null;
}

/** Where attachments are kept, how much of them, and who looks at them before. */
export interface AttachmentSettings {
  readonly storage: 'database' | 'folder' | 's3';
  readonly folder: string | null;
  readonly s3: S3Settings | null;
  readonly maxBytes: number;
  /** What all of them may take; null sets no bound. */
  readonly quotaBytes: number | null;
  readonly clamd: { readonly host: string; readonly port: number } | { readonly path: string } | null;
}

export function attachmentSettings(environment: Environment): AttachmentSettings {
  const { ATTACHMENT_STORAGE, ATTACHMENT_FOLDER, ATTACHMENT_MAX_MB, ATTACHMENT_QUOTA_MB, CLAMD_ADDRESS } = environment;
  return {
    storage: ATTACHMENT_STORAGE,
    folder: ATTACHMENT_FOLDER ?? null,
    s3: s3Settings(environment),
    maxBytes: ATTACHMENT_MAX_MB * MEBIBYTE,
    quotaBytes: ATTACHMENT_QUOTA_MB === undefined ? null : ATTACHMENT_QUOTA_MB * MEBIBYTE,
    clamd: CLAMD_ADDRESS === undefined ? null : clamdAddress(CLAMD_ADDRESS),
  };
}

function s3Settings(environment: Environment): S3Settings | null {
  const { S3_BUCKET: bucket, S3_ENDPOINT: endpoint = null, S3_REGION: region } = environment;
  if (bucket === undefined) return null;
  const { S3_ACCESS_KEY_ID: keyId, S3_SECRET_ACCESS_KEY: secret } = environment;
  const credentials = keyId === undefined || secret === undefined ? null : { keyId, secret: new Secret(secret) };
  return { endpoint, region, bucket, credentials };
}

function clamdAddress(address: string): AttachmentSettings['clamd'] {
  if (address.startsWith('/')) return { path: address };
  const colon = address.lastIndexOf(':');
  return { host: address.slice(0, colon).replace(/^\[(.+)\]$/, '$1'), port: Number(address.slice(colon + 1)) };
}
