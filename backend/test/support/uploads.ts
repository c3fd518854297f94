import type { ProblemBody } from './api-client.ts';
import { type TestApp } from './test-app.ts';
import { type TestRole, cookieOf } from './test-people.ts';

export interface AttachmentBody {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

export interface UploadAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AttachmentBody & ProblemBody;
}

/** Sends a form as a browser does. */
export async function sendForm(
  app: TestApp,
  form: FormData,
  headers: Record<string, string> = cookieOf(app, 'agent'),
  path = '/api/attachments',
): Promise<UploadAnswer> {
  const response = await fetch(app.url + path, { method: 'POST', body: form, headers });
  return { status: response.status, headers: response.headers, body: (await response.json()) as UploadAnswer['body'] };
}

/** Uploads a file as a browser does. */
export function upload(
  app: TestApp,
  content: Uint8Array<ArrayBuffer> | string,
  name = 'file.bin',
  role: TestRole = 'agent',
): Promise<UploadAnswer> {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  return sendForm(app, form, cookieOf(app, role));
}

/** Uploads a content of unknown length as a program does that reads it from somewhere. */
export async function uploadStream(
  url: string,
  headers: Record<string, string>,
  content: AsyncIterable<Uint8Array>,
): Promise<UploadAnswer> {
  const boundary = 'b0undary';
  const body = (async function* () {
    yield Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="stream.bin"\r\n` +
        'Content-Type: application/octet-stream\r\n\r\n',
    );
    yield* content;
    yield Buffer.from(`\r\n--${boundary}--\r\n`);
  })();
  const response = await fetch(`${url}/api/attachments`, {
    method: 'POST',
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: body,
    duplex: 'half',
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as UploadAnswer['body'] };
}

/** Downloads an attachment, or what stands below its address. */
export async function download(
  app: TestApp,
  path: string,
  headers: Record<string, string> = {},
  role: TestRole = 'agent',
): Promise<{ readonly status: number; readonly headers: Headers; readonly content: Buffer }> {
  const response = await fetch(`${app.url}/api/attachments/${path}`, {
    headers: { ...cookieOf(app, role), ...headers },
  });
  return {
    status: response.status,
    headers: response.headers,
    content: Buffer.from(await response.arrayBuffer()),
  };
}
