import { createHash, randomUUID } from 'node:crypto';
import { CustomerCookie } from '../../src/portal/customer-cookie.ts';
import { ApiClient } from './api-client.ts';
import type { TestApp } from './test-app.ts';
import { type UploadAnswer, sendForm } from './uploads.ts';

/** A desk with a portal, whose mails go nowhere: what is to be sent stays in the database. */
export const WITH_PORTAL = {
  ...{ PORTAL: 'true', PORTAL_NAME: 'Halden Support', PROCESS_ROLE: 'api' },
  ...{ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'Halden Support <desk@halden.example>' },
};

export interface CustomerMessageBody {
  number: number;
  kind: string;
  mine: boolean;
  author: string | null;
  at: string;
  text: string;
  html: string | null;
  folded: string;
  attachments: { id: string; name: string }[];
}

export interface CustomerTicketBody {
  id: number;
  title: string;
  status: string;
  created_at: string;
  updated_at: string;
  mine: boolean;
  answered: boolean;
}

export interface ConversationBody extends CustomerTicketBody {
  can_answer: boolean;
  messages: CustomerMessageBody[];
  next_cursor: string | null;
}

/** What the browser of a customer sends. */
export function customerCookie(app: Pick<TestApp, 'get'>, token: string): { readonly cookie: string } {
  return { cookie: `${app.get(CustomerCookie).nameFor({ secure: false })}=${token}` };
}

/** A customer who is signed in, and whom the desk knows. */
export async function customerOf(app: TestApp, address: string, name = address): Promise<ApiClient> {
  const token = randomUUID();
  const key = address.toLowerCase();
  await app.sql(
    `WITH made AS (
       INSERT INTO contacts (name) SELECT $2 WHERE NOT EXISTS (SELECT FROM contact_addresses WHERE address_key = $3) RETURNING id
     ) INSERT INTO contact_addresses (contact_id, address, address_key) SELECT id, $1, $3 FROM made`,
    [address, name, key],
  );
  await app.sql(
    `INSERT INTO portal_sessions (token_hash, address, address_key, expires_at) VALUES ($1, $2, $3, now() + interval '1 day')`,
    [createHash('sha256').update(token).digest('hex'), address, key],
  );
  return new ApiClient(app.url, customerCookie(app, token));
}

/** Where a ticket of a customer is on the portal. */
export const portalPath = (id: number): string => `/api/portal/tickets/${String(id)}`;

/** Uploads a small file as the page of a customer does. */
export function uploadAtPortal(app: TestApp, by: ApiClient): Promise<UploadAnswer> {
  const form = new FormData();
  form.append('file', new Blob(['plain']), 'invoice.txt');
  return sendForm(app, form, by.headers, '/api/portal/attachments');
}

export async function conversationOf(customer: ApiClient, id: number): Promise<ConversationBody> {
  const { status, body } = await customer.get<ConversationBody>(portalPath(id));
  if (status !== 200) throw new Error(`The ticket was not given: ${JSON.stringify(body)}`);
  return body;
}

/** The secrets of the links that were sent to an address and not used, the newest last. */
export async function linksTo(app: TestApp, address: string): Promise<string[]> {
  const mails = await app.sql<{ text: string }>(
    `SELECT text FROM outgoing_mails WHERE kind = 'sign_in' AND recipients @> jsonb_build_array(jsonb_build_object('address', $1::text))
     ORDER BY id`,
    [address],
  );
  return mails.map(({ text }) => /\/portal\/sign-in#(\S+)/.exec(text)?.[1] ?? 'no link');
}
