import type { Page } from '@playwright/test';
import pg from 'pg';
import { drawnWith, felt } from './felt.ts';
import type { Step } from './steps.ts';
import type { Traffic } from './traffic.ts';
import type { WebDesk } from './web-desk.ts';

const MESSAGES = 2_000;
const TITLE = 'A conversation that goes on and on';
const CARDS = `document.querySelectorAll('desk-message-card').length`;
/** Only those near are in the page. */
const LINES = `Number(document.querySelector('desk-ticket-timeline li')?.ariaSetSize ?? ${CARDS})`;
const EARLIER = `document.querySelector('desk-ticket-timeline > .divider button')`;

/** Frames and tasks in milliseconds. */
export interface ConversationScrolled {
  readonly messages: number;
  readonly frames: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  readonly longTasks: number;
  readonly longestTask: number;
}

/** Writes a ticket of so many messages, answers and notes by turns, which is the newest of the desk. */
export async function writeLongConversation({ databaseUrl, username }: WebDesk): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `WITH agent AS (SELECT id FROM users WHERE username = $1),
       ticket AS (
         INSERT INTO tickets (title, description, category, priority, version)
         SELECT $2, 'It began with a question.', key, 'low', $3::int + 1 FROM categories ORDER BY key LIMIT 1 RETURNING id
       ),
       told AS (
         INSERT INTO ticket_events (ticket_id, version, kind, actor_id, via, changes)
         SELECT ticket.id, n, CASE n WHEN 1 THEN 'created' ELSE 'message' END, agent.id, 'web', '[]'
         FROM ticket, agent, generate_series(1, $3::int + 1) AS n
       ),
       said AS (
         SELECT id, n, 'Message ' || n || ' says that ' || repeat('the invoice of this month was charged twice, ', 1 + n % 8) AS text
         FROM ticket, generate_series(2, $3::int + 1) AS n
       )
       INSERT INTO messages (ticket_id, number, kind, text, html, delivery, delivery_detail)
       SELECT id, n, CASE n % 2 WHEN 0 THEN 'reply' ELSE 'note' END, text, '<p>' || text || '</p>',
         CASE n % 2 WHEN 0 THEN 'not_sent' END, CASE n % 2 WHEN 0 THEN 'no sender' END
       FROM said`,
      [username, TITLE, MESSAGES],
    );
  } finally {
    await client.end();
  }
}

/** Opens that ticket from the list. */
export async function openLongConversation(page: Page, traffic: Traffic): Promise<Step> {
  await page.goto(new URL('/tickets?view=all', page.url()).href);
  await drawnWith(page, `document.querySelector('desk-ticket-row .title')?.textContent.trim() === '${TITLE}'`);
  await traffic.settled();
  const there = `document.querySelector('desk-ticket-detail h2')?.textContent.trim() === '${TITLE}'`;
  const opened = { there, answer: `${CARDS} >= 3` };
  return [
    'open 2,000 messages',
    await felt(page, opened, () => page.locator('desk-ticket-row .title').first().click()),
  ];
}

/** Reads all that came before, page by page, then scrolls through all of it and back. */
export async function scrollLongConversation(page: Page): Promise<ConversationScrolled> {
  await page.evaluate(`new Promise((resolve) => {
    const on = () => {
      const earlier = ${EARLIER};
      if (!earlier) { resolve(); return; }
      if (!earlier.disabled) earlier.click();
      setTimeout(on, 50);
    };
    on();
  })`);
  const scroller = `(() => {
    let one = document.querySelector('desk-ticket-timeline');
    while (one && !(one.scrollHeight > one.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(one).overflowY))) one = one.parentElement;
    return one ?? document.scrollingElement;
  })()`;
  await page.evaluate(`${scroller}.scrollTop = 0`);
  const smooth = await page.evaluate<Omit<ConversationScrolled, 'messages'>>(`deskBench.scrollThrough(${scroller})`);
  return { messages: await page.evaluate<number>(LINES), ...smooth };
}
