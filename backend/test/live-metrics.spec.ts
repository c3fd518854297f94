import { LiveStreams } from '../src/live/live-streams.service.ts';
import { Metrics } from '../src/metrics/metrics.ts';
import { bearer, makeToken } from './support/accounts.ts';
import { EventStream, ask } from './support/event-stream.ts';
import { Figures, type MeasuredApp, startMeasuredApp } from './support/figures.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { type TestRole, cookieOf } from './support/test-people.ts';
import { until } from './support/until.ts';

const EVENTS = 'desk_live_events_total';
const ENDED = 'desk_live_streams_ended_total';
const DELAY = 'desk_live_delay_seconds';

describe('what a process tells Prometheus of its streams', () => {
  let desk: TestApp;
  /** A process that nobody has asked anything yet. */
  let app: MeasuredApp;
  const open: EventStream[] = [];
  beforeAll(async () => {
    desk = await startTestApp({ PROCESS_ROLE: 'api' });
  });
  beforeEach(async () => {
    app = await startMeasuredApp({ PROCESS_ROLE: 'api', LIVE_STREAMS_MAX: '7' }, desk);
  });
  afterEach(async () => {
    open.splice(0).forEach((stream) => stream.cut());
    await app.close();
  });
  afterAll(() => desk.close());

  async function follow(role: TestRole = 'agent', lastId: string | null = null): Promise<EventStream> {
    const stream = await EventStream.open(app.url, cookieOf(app, role), lastId);
    open.push(stream);
    return stream;
  }

  const once = async (holds: (figures: Figures) => boolean): Promise<Figures> => {
    let figures = await app.figures();
    await until(async () => holds((figures = await app.figures())));
    return figures;
  };

  it('is how many are open, of how many, and that a client left', async () => {
    const [stream] = [await follow(), await follow()];
    const figures = await app.figures();
    expect(figures.value('desk_live_streams')).toBe(2);
    expect(figures.value('desk_live_streams_limit')).toBe(7);
    stream.cut();
    const left = await once((now) => now.value('desk_live_streams') === 1);
    expect(left.value(ENDED, { reason: 'left' })).toBe(1);
  });

  it('is how many events were sent, by their names and no words of anybody, each to those it is for', async () => {
    const streams = [await follow(), await follow('admin')];
    await app.api.createTicket({ title: 'Hush' });
    await app.as('admin').patch('/api/admin/suggestions/settings', { hidden_share: 0.2 });
    for (const stream of streams) await stream.event('statistics.changed');
    await streams[1]?.event('settings.changed');
    await streams[1]?.event('audit.changed');
    const figures = await app.figures();
    expect(Object.fromEntries(figures.of(EVENTS).map(({ labels, value }) => [labels['event'], value]))).toEqual({
      'ticket.created': 2,
      'statistics.changed': 2,
      'settings.changed': 1,
      'audit.changed': 1,
    });
    expect(figures.text).not.toMatch(/Hush/);
  });

  it('is how long news took from the change to the streams, once for each change', async () => {
    const streams = [await follow(), await follow()];
    await app.sql(
      `INSERT INTO ticket_events (ticket_id, version, kind, via, occurred_at, changes)
       VALUES (1000001, 1, 'deleted', 'system', now() - interval '6 seconds', '[]')`,
    );
    await app.api.createTicket();
    for (const stream of streams) await stream.until(() => stream.tickets.length === 2);
    const figures = await app.figures();
    expect(figures.value(`${DELAY}_count`)).toBe(2);
    expect(figures.value(`${DELAY}_bucket`, { le: '5' })).toBe(1);
    expect(figures.value(`${DELAY}_sum`)).toBeGreaterThanOrEqual(6);
    expect(figures.value(`${DELAY}_sum`)).toBeLessThan(60);
  });

  it('is who came again, and whether all could be told one by one', async () => {
    const { lastId } = await follow();
    await app.api.createTicket();
    const again = await follow('agent', lastId);
    await follow('agent', 'nonsense');
    const figures = await app.figures();
    expect(figures.value('desk_live_catch_ups_total', { outcome: 'told' })).toBe(1);
    expect(figures.value('desk_live_catch_ups_total', { outcome: 'reset' })).toBe(1);
    expect(again.tickets).toHaveLength(1);
    expect(figures.value(EVENTS, { event: 'reset' })).toBe(1);
  });

  it('is who was cut because they did not read', async () => {
    const lazy = await ask(app.url, cookieOf(app, 'agent'));
    lazy.pause().on('error', () => undefined);
    const streams = app.get(LiveStreams);
    await until(() => Promise.resolve(streams.count === 1));
    const keys = Array.from({ length: 1_000 }, (_, n) => `a-long-key-of-a-category-${String(n)}`);
    while (streams.count > 0) {
      streams.tell('categories.changed', { keys });
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await app.figures()).value(ENDED, { reason: 'unread' })).toBe(1);
  });

  it('is whose sign-in ended, and that their answers took no time of a request', async () => {
    const { token, secret } = await makeToken(app.api, ['tickets:read']);
    const stream = await EventStream.open(app.url, bearer(app, secret).headers);
    await app.api.delete(`/api/auth/tokens/${token.id}`);
    await stream.closed();
    const route = '/api/events';
    const figures = await once((now) => now.value('desk_http_requests_total', { route, status: '200' }) === 1);
    expect(figures.value(ENDED, { reason: 'session_ended' })).toBe(1);
    expect(figures.of('desk_http_request_duration_seconds_count', { route })).toEqual([]);
  });

  it('is that it stops', async () => {
    await follow();
    const metrics = app.get(Metrics);
    await app.close();
    const figures = new Figures((await metrics.exposition()).text);
    expect(figures.value(ENDED, { reason: 'stopping' })).toBe(1);
    expect(figures.value(EVENTS, { event: 'goodbye' })).toBe(1);
  });
});
