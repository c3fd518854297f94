/** An answer of the API, with its body read. */
export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface TicketBody {
  id: number;
  title: string;
  description: string;
  category: string;
  priority: string;
  status: string;
  created_by: number | null;
  assignee: number | null;
  created_at: string;
  updated_at: string;
  resolved_at: string | null;
  closed_at: string | null;
  version: number;
  triage: string | null;
  duplicate_of: number | null;
}

export interface TicketListBody {
  results: TicketBody[];
  count: number;
  count_exact: boolean;
  next_cursor: string | null;
  previous_cursor: string | null;
}

export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  request_id: string;
  errors?: { field: string; code: string; message: string }[];
}

/** Speaks HTTP to the API as any caller would. */
export class ApiClient {
  private readonly base: string;
  /** Sent with every request; holds the credentials of a caller who has some. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(base: string, headers: Readonly<Record<string, string>> = {}) {
    this.base = base;
    this.headers = headers;
  }

  /** The same caller with more headers. */
  with(headers: Readonly<Record<string, string>>): ApiClient {
    return new ApiClient(this.base, { ...this.headers, ...headers });
  }

  get<Body>(path: string, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.send('GET', path, undefined, headers);
  }

  post<Body>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.send('POST', path, body, headers);
  }

  patch<Body>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.send('PATCH', path, body, headers);
  }

  put<Body>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.send('PUT', path, body, headers);
  }

  delete<Body>(path: string, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.send('DELETE', path, undefined, headers);
  }

  /** Writes a ticket; only what matters to the test needs to be given. */
  async createTicket(ticket: Partial<TicketBody> & { suggestion_id?: string } = {}): Promise<TicketBody> {
    const defaults = { title: 'A ticket', description: 'What happened.', category: 'general', priority: 'medium' };
    const { status, body } = await this.post<TicketBody>('/api/tickets', { ...defaults, ...ticket });
    if (status !== 201) throw new Error(`The ticket was not created: ${JSON.stringify(body)}`);
    return body;
  }

  async list(query: Record<string, string> = {}): Promise<TicketListBody> {
    const { status, body } = await this.get<TicketListBody>(`/api/tickets?${new URLSearchParams(query).toString()}`);
    if (status !== 200) throw new Error(`The list was not given: ${JSON.stringify(body)}`);
    return body;
  }

  async send<Body>(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer<Body>> {
    const content = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(this.base + path, {
      method,
      headers: { ...this.headers, ...type, ...headers },
      redirect: 'manual',
      ...content,
    });
    const json = /[/+]json/.test(response.headers.get('content-type') ?? '');
    const text = isStream(response) ? await leave(response) : await response.text();
    return { status: response.status, headers: response.headers, body: (json ? JSON.parse(text) : text) as Body };
  }
}

/** A stream of events has no end: what it is about is in its head. */
function isStream({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('text/event-stream') === true;
}

async function leave({ body }: Response): Promise<string> {
  await body?.cancel();
  return '';
}
