import type { Page } from '@playwright/test';
import { type Felt, drawnWith, felt, usual } from './felt.ts';
import { Traffic } from './traffic.ts';
import type { WebDesk } from './web-desk.ts';

/** So many tickets one goes through with J, and back with K. */
const LEAFED = 12;
const SEARCHED = 'invoice';
const ROWS = `document.querySelectorAll('desk-ticket-row').length > 0`;
const HEADING = `document.querySelector('desk-ticket-detail h2')?.textContent.trim()`;
const HISTORY = `document.querySelectorAll('desk-ticket-timeline li').length > 1`;
const RESOURCES = `performance.getEntriesByType('resource')`;
const NO_BAR = `!document.querySelector('desk-ticket-list mat-progress-bar')`;

/** What a person does, by its name, and what they felt of it. */
export type Step = readonly [name: string, felt: Felt];

/** Signs in, and works as an agent does; ends on the dashboard. */
export async function* workingDay(page: Page, desk: WebDesk): AsyncGenerator<Step> {
  yield ['first list after sign-in', await signIn(page, desk)];
  const traffic = new Traffic(page);
  yield* opening(page, traffic);
  yield* searching(page);
  yield* changing(page, traffic);
  await page.evaluate(`document.activeElement?.blur()`);
  await page.keyboard.press('g');
  const figures = `!!document.querySelector('desk-dashboard .t-display')`;
  const dashboard = `!!document.querySelector('desk-dashboard')`;
  yield ['dashboard', await felt(page, { there: dashboard, answer: figures }, () => page.keyboard.press('d'))];
}

async function signIn(page: Page, { url, username, password }: WebDesk): Promise<Felt> {
  await page.goto(`${url}/sign-in?return=/tickets`);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  const button = page.getByRole('button', { name: 'Sign in', exact: true });
  return felt(page, { there: `!document.querySelector('desk-sign-in-page')`, answer: ROWS }, () => button.click());
}

/** The first ticket, and those after it by key, as each is fetched before it is asked for. */
async function* opening(page: Page, traffic: Traffic): AsyncGenerator<Step> {
  await page.goto(new URL('/tickets?view=all', page.url()).href);
  await drawnWith(page, ROWS);
  await traffic.settled();
  const titles = (await page.locator('desk-ticket-row .title').allInnerTexts()).map((title) => title.trim());
  const shows = (index: number) => ({ there: `${HEADING} === ${JSON.stringify(titles[index])}`, answer: HISTORY });
  yield ['open a ticket', await felt(page, shows(0), () => page.locator('desk-ticket-row .title').first().click())];
  const next: Felt[] = [];
  for (let index = 1; index <= LEAFED; index += 1) {
    await traffic.settled();
    next.push(await felt(page, shows(index), () => page.keyboard.press('j')));
  }
  yield ['next ticket (J)', usual(next)];
  const previous: Felt[] = [];
  for (let index = LEAFED - 1; index >= 0; index -= 1) {
    await traffic.settled();
    previous.push(await felt(page, shows(index), () => page.keyboard.press('k')));
  }
  yield ['previous ticket (K)', usual(previous)];
  await page.keyboard.press('Escape');
}

/** Each letter by itself, and what the last one finds. */
async function* searching(page: Page): AsyncGenerator<Step> {
  await page.keyboard.press('/');
  const letters: Felt[] = [];
  for (const [index, letter] of Array.from(SEARCHED).entries()) {
    const typed = SEARCHED.slice(0, index + 1);
    const there = `document.querySelector('desk-search-field input').value === '${typed}'`;
    const found = `location.search.includes('search=${typed}') && ${NO_BAR} && ${ROWS}`;
    const isLast = typed === SEARCHED;
    const one = await felt(page, { there, ...(isLast && { answer: found }) }, () => page.keyboard.press(letter));
    if (isLast) yield ['search, from the last letter', one];
    else letters.push(one);
  }
  yield ['typing in search, a letter', usual(letters)];
}

/** Of the first row, by key, to whatever it is not yet. */
async function* changing(page: Page, traffic: Traffic): AsyncGenerator<Step> {
  await page.goto(new URL('/tickets?view=all', page.url()).href);
  await drawnWith(page, ROWS);
  await traffic.settled();
  await page.keyboard.press('j');
  const menu = `!!document.querySelector('[role=menuitemradio]')`;
  yield ['menu of statuses', await felt(page, { there: menu }, () => page.keyboard.press('s'))];
  const other = page.locator('[role=menuitemradio][aria-checked=false]').first();
  const label = (await other.innerText()).split('\n')[0]?.trim() ?? '';
  const there = `document.querySelector('desk-ticket-row .status').textContent.includes(${JSON.stringify(label)})`;
  const before = await page.evaluate<number>(`${RESOURCES}.length`);
  const answer = `${RESOURCES}.slice(${String(before)}).some(({ name }) => /\\/tickets\\/\\d+$/.test(name))`;
  const one = await felt(page, { there, answer }, () => other.click());
  yield ['change a status', one];
}
