import AxeBuilder from '@axe-core/playwright';
import { type APIRequestContext, type APIResponse, type Page, expect, test as base } from '@playwright/test';
import { fromEnvironment } from './from-environment.ts';
import { ADMIN, AGENT, type Person, signedIn } from './people.ts';

/** What the fake LLM does from now on; see fake-llm-behaviour.ts. */
type LlmBehaviour = { readonly kind: string } & Readonly<Record<string, unknown>>;

interface TicketFields {
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly priority: string;
}

interface TicketState {
  readonly status: string;
  readonly assignee: number | null;
  readonly triage: 'pending' | null;
  readonly version: number;
}

/** What a journey arranges behind the scenes, through the API and the fake LLM. */
export class Backstage {
  private readonly agent: APIRequestContext;
  private readonly admin: APIRequestContext;

  constructor(agent: APIRequestContext, admin: APIRequestContext) {
    this.agent = agent;
    this.admin = admin;
  }

  async createTicket(fields: Partial<TicketFields>): Promise<{ id: number; version: number }> {
    const ticket = {
      title: 'A ticket',
      description: 'What happened.',
      category: 'general',
      priority: 'medium',
      ...fields,
    };
    return read(await this.agent.post('/api/tickets', { data: ticket }), 201);
  }

  async changeTicket(id: number, patch: object): Promise<void> {
    await read(await this.agent.patch(`/api/tickets/${String(id)}`, { data: patch }), 200);
  }

  async ticket(id: number): Promise<TicketFields & TicketState> {
    return read(await this.agent.get(`/api/tickets/${String(id)}`), 200);
  }

  /** The agent at the browser. */
  async me(): Promise<{ id: number }> {
    return (await read<{ user: { id: number } }>(await this.agent.get('/api/auth/me'), 200)).user;
  }

  /** A new person, who still has to choose a password of their own. */
  async createUser(username: string, role: 'agent' | 'admin' = 'agent'): Promise<{ id: number; password: string }> {
    const data = { username, display_name: `Person ${username}`, role };
    const { user, one_time_password } = await read<{ user: { id: number }; one_time_password: string }>(
      await this.admin.post('/api/admin/users', { data }),
      201,
    );
    return { id: user.id, password: one_time_password };
  }

  /** Anything else that an admin may do; the answer's body. */
  async asAdmin<Body>(method: string, path: string, data?: object): Promise<Body> {
    const response = await this.admin.fetch(path, { method, ...(data && { data }) });
    expect(response.ok(), `${method} ${path} answers ${String(response.status())}`).toBe(true);
    return (response.status() === 204 ? null : await response.json()) as Body;
  }

  /** A file that an admin has uploaded and not sent yet. */
  async uploadAsAdmin(name: string, mimeType: string, content: string): Promise<{ id: string }> {
    const file = { name, mimeType, buffer: Buffer.from(content) };
    return read(await this.admin.post('/api/attachments', { multipart: { file } }), 201);
  }

  async llm(...behaviours: readonly LlmBehaviour[]): Promise<void> {
    const response = await this.agent.post(`${fromEnvironment('DESK_LLM_URL')}/__behaviour`, { data: behaviours });
    expect(response.ok()).toBe(true);
  }
}

/** Who sits at the browser of a journey: an agent unless `test.use({ person: … })` says otherwise. */
export const test = base.extend<{ person: Person | null; backstage: Backstage }>({
  person: [AGENT, { option: true }],
  storageState: async ({ person }, use) => use(person ? await signedIn(person) : undefined),
  backstage: async ({ playwright }, use) => {
    const contextOf = async (person: Person) =>
      playwright.request.newContext({
        baseURL: fromEnvironment('DESK_API_URL'),
        storageState: await signedIn(person),
      });
    const [agent, admin] = [await contextOf(AGENT), await contextOf(ADMIN)];
    const backstage = new Backstage(agent, admin);
    await backstage.llm({ kind: 'keywords' });
    await use(backstage);
    await Promise.all([agent.dispose(), admin.dispose()]);
  },
});

async function read<Body>(response: APIResponse, status: number): Promise<Body> {
  expect(response.status(), await response.text()).toBe(status);
  return (await response.json()) as Body;
}

/**
 * From now on the API answers the addresses of this pattern as it does when something is wrong with itself: the page asks
 * again when a person wants it to, and not before.
 */
export async function makeBroken(page: Page, pattern: string): Promise<void> {
  const problem = {
    type: 'urn:problem:internal_error',
    title: 'Something went wrong on our side',
    status: 500,
    detail: 'Please try again.',
    code: 'internal_error',
    request_id: 'journey',
  };
  await page.route(pattern, (route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
  );
}

/** Nobody tells this page what others do, other tabs of its own included. */
export async function makeDeaf(page: Page): Promise<void> {
  await page.route('**/api/events', (route) => route.abort());
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];
const OVERLAYS = '.cdk-overlay-container';

/**
 * Everything axe can find. Menus, dialogs and messages are looked at apart, without its advice to put them inside a
 * landmark: Angular's overlays stand beside the page.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNothing(page, (axe) => axe.withTags(RULES));
}

/** The same in light and in dark, of one page as it stands: in the dark only what depends on colours is looked at again. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNothing(page, (axe) => axe.withRules(RULES_OF_COLOUR));
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Whoever speaks to the page says what is written on a control: it belongs to its name. axe calls this rule experimental. */
export async function expectNamedAsWritten(page: Page): Promise<void> {
  await expectNothing(page, (axe) => axe.withRules('label-content-name-mismatch'));
}

async function expectNothing(page: Page, rules: (axe: AxeBuilder) => AxeBuilder): Promise<void> {
  await atRest(page);
  await expectNothingFound(rules(axeOn(page).exclude(OVERLAYS)));
  if ((await page.locator(OVERLAYS).locator('> *').count()) === 0) return;
  await expectNothingFound(rules(axeOn(page).include(OVERLAYS)).disableRules('region'));
}

/** axe in the page itself, without frames, and without telling of what is right: a fifth of the time. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
}

/** Waits for what fades in or out, so that its colours are measured as they stay. What turns without end is left out. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().endTime) < Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

async function expectNothingFound(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(' ')) }))).toEqual([]);
}
