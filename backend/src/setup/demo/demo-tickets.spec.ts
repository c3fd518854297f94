import { textProblem } from '../../common/validation/text.ts';
import { readAddress } from '../../contacts/mail-address.ts';
import { TICKET_PRIORITIES } from '../../vocabulary/ticket-priority.ts';
import { TICKET_STATUSES, isDone } from '../../vocabulary/ticket-status.ts';
import { DESCRIPTION_MAX, TITLE_MAX } from '../../vocabulary/ticket-text.ts';
import { DEMO_SCENARIOS } from './demo-scenarios.ts';
import { type DemoTicket, demoTickets } from './demo-tickets.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const noon = new Date('2026-05-14T12:00:00.000Z');
const tickets = demoTickets(noon);

function countBy<K extends string>(list: readonly DemoTicket[], key: (ticket: DemoTicket) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const ticket of list) counts.set(key(ticket), (counts.get(key(ticket)) ?? 0) + 1);
  return counts;
}

function brokenRules(ticket: DemoTicket, now: Date): string[] {
  const { title, description, status, createdAt, updatedAt, resolvedAt, closedAt, version } = ticket;
  const rules: Record<string, boolean> = {
    'the title fits': textProblem(title, { max: TITLE_MAX, singleLine: true }) === null,
    'the description fits': textProblem(description, { max: DESCRIPTION_MAX }) === null,
    'texts are trimmed': title === title.trim() && description === description.trim(),
    'only what is done has a time of resolving': isDone(status) === (resolvedAt !== null),
    'only what is closed has a time of closing': (status === 'closed') === (closedAt !== null),
    'it was closed by the last change, after it was resolved':
      closedAt === null || (resolvedAt !== null && closedAt > resolvedAt && closedAt === updatedAt),
    'it was resolved after it came': resolvedAt === null || resolvedAt > createdAt,
    'the last change is not before what it changed': updatedAt >= (resolvedAt ?? createdAt),
    'nothing is in the future': updatedAt <= now,
    'the version counts changes': version > 1 === updatedAt > createdAt,
  };
  return Object.keys(rules).filter((rule) => !rules[rule]);
}

describe('demoTickets', () => {
  it('gives the same tickets for the same now', () => {
    expect(demoTickets(noon)).toEqual(tickets);
  });

  it('tells the same stories at another time', () => {
    const stories = (now: Date): string[] =>
      demoTickets(now).map(({ category, priority }) => `${category} ${priority}`);
    expect(stories(new Date('2027-01-01T03:00:00.000Z'))).toEqual(stories(noon));
  });

  it.each([
    ['at noon on a workday', noon],
    ['in a night at the weekend', new Date('2026-05-17T02:30:00.000Z')],
    ['on New Year’s Day', new Date('2027-01-01T00:00:00.000Z')],
    ['on a leap day', new Date('2028-02-29T23:59:59.999Z')],
  ])('keeps every rule of a ticket %s', (_, now) => {
    const broken = demoTickets(now).flatMap((ticket) => brokenRules(ticket, now).map((rule) => ({ rule, ticket })));
    expect(broken).toEqual([]);
  });

  it.each([noon, new Date('2026-05-17T02:30:00.000Z')])(
    'reaches from 75 days before %s to a few minutes before',
    (now) => {
      const ages = demoTickets(now).map(({ createdAt }) => now.getTime() - createdAt.getTime());
      expect(ages).toHaveLength(420);
      expect(ages).toEqual([...ages].sort((a, b) => b - a));
      expect(ages[0]).toBeGreaterThan(70 * DAY);
      expect(ages[0]).toBeLessThan(77 * DAY);
      expect(ages.at(-1)).toBeGreaterThan(MINUTE);
      expect(ages.at(-1)).toBeLessThan(10 * MINUTE);
    },
  );

  const people = [7, 8];
  const staffed = demoTickets(noon, people);

  it('tells of each ticket how it came to be what it is', () => {
    for (const { events, createdAt, updatedAt, version, createdBy, ...ticket } of staffed) {
      const now = new Map<string, unknown>();
      for (const { changes, message } of events) {
        expect(changes.length > 0).toBe(message === undefined);
        for (const { field, from, to } of changes) {
          expect([field, now.get(field) ?? null, from === to]).toEqual([field, from, false]);
          now.set(field, to);
        }
      }
      const { status, category, priority, assignee } = ticket;
      expect(Object.fromEntries(now)).toEqual({ status, category, priority, ...(assignee !== null && { assignee }) });
      const times = events.map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect([times[0], times.at(-1)]).toEqual([createdAt.getTime(), updatedAt.getTime()]);
      expect(events.map((event) => event.version)).toEqual(events.map((_, index) => index + 1));
      expect([events.length, events[0]?.actor]).toEqual([version, createdBy]);
    }
  });

  const messages = staffed.flatMap(({ events, requester, status }) =>
    events.flatMap(({ message, actor }) => (message ? [{ ...message, actor, requester, status }] : [])),
  );

  it('answers most of what is being worked on or done, in the language of who asks', () => {
    const answered = (status: string) => {
      const all = staffed.filter((ticket) => ticket.status === status);
      return all.filter(({ events }) => events.some(({ message }) => message?.kind === 'reply')).length / all.length;
    };
    expect(answered('closed')).toBeGreaterThan(0.8);
    expect(answered('in_progress')).toBeGreaterThan(0.5);
    expect(answered('open')).toBe(0);
    const replies = messages.filter(({ kind }) => kind === 'reply');
    const first = (name: string) => name.split(' ')[0] ?? '';
    expect(replies.filter(({ text, requester }) => !text.includes(first(requester.name)))).toEqual([]);
    for (const greeting of ['Hello', 'Guten Tag', 'Bonjour', 'Hola'])
      expect(replies.some(({ text }) => text.startsWith(greeting))).toBe(true);
    expect(tickets.some(({ events }) => events.some(({ message }) => message))).toBe(false);
  });

  it('has customers who answer, who wait for the next one, and notes of those who work', () => {
    expect(messages.some(({ kind, status }) => kind === 'incoming' && status === 'closed')).toBe(true);
    expect(messages.some(({ kind, status }) => kind === 'incoming' && status === 'in_progress')).toBe(true);
    expect(messages.filter(({ kind }) => kind === 'note').length).toBeGreaterThan(20);
    expect(messages.filter(({ kind, actor }) => (kind === 'incoming') !== (actor === null))).toEqual([]);
  });

  it('names in an answer no order, invoice or sum that its ticket does not tell of', () => {
    const named = /\bINV-\d{4}-\d+|\bSO-\d+|(?:[€£$]|CHF\s)\d[\d.,]*\d|\d[\d.,]*\d\s€/g;
    const strangers = staffed.flatMap(({ title, description, events }) =>
      events
        .filter(({ message }) => message?.kind === 'reply')
        .flatMap(({ message }) => message?.text.match(named) ?? [])
        .filter((what) => !`${title}\n${description}`.includes(what)),
    );
    expect(strangers).toEqual([]);
  });

  it('has a few people of each customer who ask, each by one address', () => {
    const people = new Map(tickets.map(({ requester }) => [requester.address, requester.name]));
    expect(people.size).toBeGreaterThan(60);
    expect(new Set(people.values()).size).toBe(people.size);
    expect([...people.keys()].map((address) => readAddress(address)?.key)).toEqual([...people.keys()]);
  });

  it('shares the work out, and leaves about a third to nobody', () => {
    const share = (who: number | null) => staffed.filter(({ assignee }) => assignee === who).length / staffed.length;
    expect(share(null)).toBeGreaterThan(0.25);
    expect(share(null)).toBeLessThan(0.4);
    expect(share(7)).toBeGreaterThan(0.2);
    expect(share(8)).toBeGreaterThan(0.2);
    const open = staffed.filter(({ status }) => status === 'open');
    expect(open.some(({ assignee }) => assignee === null)).toBe(true);
    expect(open.some(({ assignee }) => assignee !== null)).toBe(true);
  });

  it('shows suggestions that were accepted and some that were not', () => {
    const suggested = staffed.flatMap(({ events }) =>
      events.flatMap(({ changes }) => changes.filter((c) => c.suggested)),
    );
    const overridden = suggested.filter(({ to, suggested: s }) => s?.value !== to);
    expect(suggested.length).toBeGreaterThan(staffed.length * 1.5);
    expect(overridden.length / suggested.length).toBeGreaterThan(0.05);
    expect(overridden.length / suggested.length).toBeLessThan(0.25);
    for (const { suggested: s } of suggested) {
      expect(s?.confidence).toBeGreaterThan(0.3);
      expect(s?.confidence).toBeLessThan(1);
    }
  });

  it('works on a desk without people', () => {
    expect(
      tickets.every(({ createdBy, assignee, events }) =>
        [createdBy, assignee, events[0]?.actor].every((id) => id === null),
      ),
    ).toBe(true);
    expect(tickets.map(({ title }) => title)).toEqual(staffed.map(({ title }) => title));
  });

  it('is busiest on workdays in working hours', () => {
    const weekend = tickets.filter(({ createdAt }) => [0, 6].includes(createdAt.getUTCDay()));
    const office = tickets.filter(({ createdAt }) => createdAt.getUTCHours() >= 7 && createdAt.getUTCHours() < 18);
    expect(weekend.length).toBeGreaterThan(0);
    expect(weekend.length / 2).toBeLessThan(tickets.length / 5 / 3);
    expect(office.length).toBeGreaterThan(tickets.length * 0.6);
  });

  it('has mostly finished the old ones and left the new ones', () => {
    const statuses = countBy(tickets, ({ status }) => status);
    for (const status of TICKET_STATUSES) expect(statuses.get(status)).toBeGreaterThan(10);
    const old = tickets.filter(({ createdAt }) => noon.getTime() - createdAt.getTime() > 30 * DAY);
    expect(old.filter(({ status }) => status === 'closed').length).toBeGreaterThan(old.length * 0.8);
    expect(tickets.slice(-5).filter(({ status }) => isDone(status))).toEqual([]);
  });

  it('has every priority, few of them critical', () => {
    const priorities = countBy(tickets, ({ priority }) => priority);
    const shares = TICKET_PRIORITIES.map((priority) => Math.round(((priorities.get(priority) ?? 0) / 420) * 20) * 5);
    expect(shares).toEqual([30, 45, 20, 5]);
  });

  it('has every category, technical most often', () => {
    const counts = [...countBy(tickets, ({ category }) => category)].sort(([, a], [, b]) => b - a);
    expect(counts.map(([category]) => category).sort()).toEqual(['account', 'billing', 'general', 'technical']);
    expect(counts[0]?.[0]).toBe('technical');
  });

  it('tells every scenario, and never twice in the same words', () => {
    const texts = tickets.map(({ title, description }) => `${title}\n${description}`);
    expect(new Set(texts).size).toBe(texts.length);
    expect(DEMO_SCENARIOS.length).toBeGreaterThan(60);
    expect(new Set(tickets.map(({ title }) => title)).size).toBeGreaterThan(DEMO_SCENARIOS.length * 2);
  });

  it('leaves no slot, choice or slip of the template in a text', () => {
    for (const { text } of messages) expect(text).not.toMatch(/\{\w+\}|\[[^\]]*\||^\||[a-z] [,.;](\s|$)|\n\n\n/m);
    for (const { title, description } of tickets) {
      expect(`${title}\n${description}`).not.toMatch(/\{\w+\}|\[[^\]]*\||^\||[a-z] [,.;](\s|$)|\.\.|\n\n\n/m);
      expect(title).not.toMatch(/ {2}/);
    }
  });

  it.each(['%', '_', '"', "'", '\\', '<b>', '<script>', '&#39;', 'é', 'ß', 'Ł', '田辺', '📦'])(
    'has a text with %s in it, for screens and searches to cope with',
    (sample) => {
      expect(tickets.some((ticket) => `${ticket.title}\n${ticket.description}`.includes(sample))).toBe(true);
    },
  );
});
