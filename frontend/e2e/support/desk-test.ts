import AxeBuilder from '@axe-core/playwright';
import { type APIRequestContext, type Page, expect, test as base } from '@playwright/test';

/** What the fake LLM does from now on; see fake-llm-behaviour.ts. */
type LlmBehaviour = { readonly kind: string } & Readonly<Record<string, unknown>>;

interface TicketFields {
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly priority: string;
}

/** What a journey arranges behind the scenes, through the API and the fake LLM. */
export class Backstage {
  private readonly request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.request = request;
  }

  async createTicket(fields: Partial<TicketFields>): Promise<{ id: number; version: number }> {
    const ticket = {
      title: 'A ticket',
      description: 'What happened.',
      category: 'general',
      priority: 'medium',
      ...fields,
    };
    const response = await this.request.post(`${fromEnvironment('DESK_API_URL')}/api/tickets`, { data: ticket });
    expect(response.status()).toBe(201);
    return (await response.json()) as { id: number; version: number };
  }

  async changeTicket(id: number, patch: object): Promise<void> {
    const response = await this.request.patch(`${fromEnvironment('DESK_API_URL')}/api/tickets/${String(id)}`, {
      data: patch,
    });
    expect(response.status()).toBe(200);
  }

  async ticket(id: number): Promise<TicketFields & { status: string; version: number }> {
    const response = await this.request.get(`${fromEnvironment('DESK_API_URL')}/api/tickets/${String(id)}`);
    return (await response.json()) as TicketFields & { status: string; version: number };
  }

  async llm(...behaviours: readonly LlmBehaviour[]): Promise<void> {
    const response = await this.request.post(`${fromEnvironment('DESK_LLM_URL')}/__behaviour`, { data: behaviours });
    expect(response.ok()).toBe(true);
  }
}

export const test = base.extend<{ backstage: Backstage }>({
  backstage: async ({ request }, use) => {
    const backstage = new Backstage(request);
    await backstage.llm({ kind: 'keywords' });
    await use(backstage);
  },
});

/** From now on the API answers the addresses of this pattern as it does without its database. */
export async function makeUnavailable(page: Page, pattern: string): Promise<void> {
  const problem = {
    type: 'urn:problem:database_unavailable',
    title: 'The database is not available',
    status: 503,
    detail: 'The database is not available.',
    code: 'database_unavailable',
    request_id: 'journey',
  };
  await page.route(pattern, (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
  );
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const OVERLAYS = '.cdk-overlay-container';

/**
 * Everything axe can find. Menus, dialogs and messages are looked at apart, without its advice to put them inside a
 * landmark: Angular's overlays stand beside the page.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNothingFound(new AxeBuilder({ page }).exclude(OVERLAYS));
  if ((await page.locator(OVERLAYS).locator('> *').count()) === 0) return;
  await expectNothingFound(new AxeBuilder({ page }).include(OVERLAYS).disableRules('region'));
}

async function expectNothingFound(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.withTags(RULES).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(' ')) }))).toEqual([]);
}

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run the journeys through frontend/e2e/run.ts`);
  return value;
}
