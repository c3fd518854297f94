import { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import type { S3Settings } from '../../config/attachment-settings.ts';
import type { ByteRange } from '../domain/byte-range.ts';
import { type AttachmentStorage, storageFailure } from './attachment-storage.ts';

/** The least that S3 takes for a part that is not the last; one is held in memory at a time. */
const PART_BYTES = 5 * 1024 * 1024;
const CONNECTION_TIMEOUT_MS = 5_000;
const SILENCE_MS = 30_000;

/** Keeps contents in a bucket of S3 or what speaks its protocol. Its library is loaded where it is used. */
export class S3Storage implements AttachmentStorage {
  private readonly settings: S3Settings;
  private client: Promise<S3Client> | undefined;

  constructor(settings: S3Settings) {
    this.settings = settings;
  }

  async write(id: string, content: AsyncIterable<Buffer>): Promise<void> {
    const whole = new ToldFailure(content);
    try {
      const { Upload } = await import('@aws-sdk/lib-storage');
      const params = { ...this.at(id), Body: Readable.from(whole) };
      await new Upload({ client: await this.connect(), params, partSize: PART_BYTES, queueSize: 1 }).done();
    } catch (error) {
      throw storageFailure(whole.failure ?? error);
    }
  }

  /** Within the bucket; up to 5 GB, which no attachment has. */
  async copy(from: string, to: string): Promise<void> {
    try {
      const { CopyObjectCommand } = await import('@aws-sdk/client-s3');
      const { Bucket, Key } = this.at(from);
      await (await this.connect()).send(new CopyObjectCommand({ ...this.at(to), CopySource: `${Bucket}/${Key}` }));
    } catch (error) {
      throw storageFailure(error);
    }
  }

  async read(id: string, { first, last }: ByteRange): Promise<Readable> {
    try {
      const { GetObjectCommand } = await import('@aws-sdk/client-s3');
      const range = `bytes=${String(first)}-${String(last)}`;
      const { Body } = await (await this.connect()).send(new GetObjectCommand({ ...this.at(id), Range: range }));
      if (!(Body instanceof Readable)) throw new Error('S3 answered without a content');
      return Body;
    } catch (error) {
      throw storageFailure(error);
    }
  }

  async remove(id: string): Promise<void> {
    try {
      const { DeleteObjectCommand } = await import('@aws-sdk/client-s3');
      await (await this.connect()).send(new DeleteObjectCommand(this.at(id)));
    } catch (error) {
      throw storageFailure(error);
    }
  }

  private at(id: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.settings.bucket, Key: `attachments/${id}` };
  }

  private connect(): Promise<S3Client> {
    return (this.client ??= connected(this.settings));
  }
}

/** A content that remembers what it failed with: the library may fail with something else while it tidies up. */
class ToldFailure implements AsyncIterable<Buffer> {
  failure: unknown = null;
  private readonly content: AsyncIterable<Buffer>;

  constructor(content: AsyncIterable<Buffer>) {
    this.content = content;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    try {
      yield* this.content;
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }
}

async function connected({ endpoint, region, credentials }: S3Settings): Promise<S3Client> {
  const { S3Client } = await import('@aws-sdk/client-s3');
  return new S3Client({
    region,
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    // Without any, the library looks where programs on AWS find theirs.
    ...(credentials && {
      credentials: { accessKeyId: credentials.keyId, secretAccessKey: credentials.secret.reveal() },
    }),
    // Servers that only speak the protocol do not know the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECTION_TIMEOUT_MS, socketTimeout: SILENCE_MS },
  });
}
