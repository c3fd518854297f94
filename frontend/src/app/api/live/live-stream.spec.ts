import { jest } from '@jest/globals';
import type { LiveEvent } from './live-event';
import { GRACE_MS, LiveStream } from './live-stream';
import { FakeEventSource } from './testing/fake-event-source';

const LONG_MS = 60_000 * 1.25;

describe('a stream of what happens', () => {
  let told: string[];
  let events: LiveEvent[];
  let stream: LiveStream;

  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-04-20T10:34:00.000Z') });
    FakeEventSource.install();
    told = [];
    events = [];
    stream = new LiveStream('/api/events', {
      event: (event) => events.push(event),
      state: (state, asOf) =>
        told.push(asOf === null ? state : `${state} ${new Date(asOf).toISOString().slice(11, 16)}`),
      missed: (what) => told.push(`missed ${what}`),
    });
    stream.open();
  });

  afterEach(() => {
    stream.end();
    FakeEventSource.uninstall();
    jest.useRealTimers();
  });

  it('brings events, and leaves out what cannot be read', () => {
    FakeEventSource.last.stand();
    FakeEventSource.last.bring('ticket.changed', { id: 7, version: 2, fields: ['status'], by: null, at: 'then' });
    FakeEventSource.last.bring('ticket.changed', { id: 'seven' });
    FakeEventSource.last.bring('statistics.changed');

    expect(FakeEventSource.last.url).toBe('/api/events');
    expect(events).toMatchObject([
      { kind: 'ticket.changed', id: 7, version: 2, fields: ['status'], by: null },
      { kind: 'statistics.changed' },
    ]);
  });

  it('says that what happened before it stood was seen by nobody', () => {
    expect(told).toEqual(['connecting']);
    FakeEventSource.last.stand();

    expect(told).toEqual(['connecting', 'on', 'missed all']);
  });

  it('goes on where it broke off, and was never off for a person when that is soon', () => {
    FakeEventSource.last.stand();
    told = [];
    FakeEventSource.last.breakOff();
    jest.advanceTimersByTime(GRACE_MS - 1);
    FakeEventSource.last.stand();
    jest.advanceTimersByTime(LONG_MS);

    expect(FakeEventSource.opened).toHaveLength(1);
    expect(told).toEqual(['connecting 10:34', 'on 10:34', 'missed besides tickets']);
  });

  it('is off when it does not come back, since it was on', () => {
    FakeEventSource.last.stand();
    told = [];
    jest.advanceTimersByTime(60_000);
    FakeEventSource.last.breakOff();
    jest.advanceTimersByTime(GRACE_MS);

    expect(told).toEqual(['connecting 10:35', 'off 10:35']);
  });

  it('that is refused is tried again, less and less often, and from its beginning', () => {
    FakeEventSource.last.stand();
    const waits = [1, 2, 3].map(() => {
      const opened = FakeEventSource.opened.length;
      FakeEventSource.last.refuse();
      let waited = 0;
      for (; FakeEventSource.opened.length === opened && waited < LONG_MS; waited += 500) jest.advanceTimersByTime(500);
      return waited;
    });
    expect(waits[0]).toBeLessThanOrEqual(2_500);
    expect(waits[2]).toBeGreaterThan(waits[0] ?? 0);
    expect(told.at(-1)).toMatch(/^off/);

    told = [];
    FakeEventSource.last.stand();
    expect(told).toEqual([expect.stringMatching(/^on/), 'missed all']);
  });

  it('that is refused goes on where it ended, as soon as it knows where that is', () => {
    FakeEventSource.last.stand();
    FakeEventSource.last.bring('statistics.changed', {}, '1k4.0~1k5.2');
    FakeEventSource.last.bring('presence', { ticket_id: 7, people: [] });
    FakeEventSource.last.refuse();
    jest.advanceTimersByTime(LONG_MS);
    expect(FakeEventSource.last.url).toBe('/api/events?last_event_id=1k4.0~1k5.2');
    told = [];
    FakeEventSource.last.stand();

    expect(told).toEqual([expect.stringMatching(/^on/), 'missed besides tickets']);
  });

  it('is told by the desk what cannot be told one by one', () => {
    FakeEventSource.last.stand();
    told = [];
    FakeEventSource.last.bring('reset');

    expect(told).toEqual(['missed all']);
  });

  it('ends with the session, and tries nothing then', () => {
    FakeEventSource.last.stand();
    FakeEventSource.last.bring('session.ended');
    FakeEventSource.last.refuse();
    jest.advanceTimersByTime(LONG_MS);

    expect(events).toEqual([expect.objectContaining({ kind: 'session.ended' })]);
    expect(FakeEventSource.opened).toHaveLength(1);
    expect(FakeEventSource.last.readyState).toBe(FakeEventSource.CLOSED);
    expect(told.at(-1)).toMatch(/^off/);

    stream.ensure();
    expect(FakeEventSource.opened).toHaveLength(2);
  });

  it('that stands is not opened again for whoever wants it', () => {
    FakeEventSource.last.stand();
    stream.ensure();

    expect(FakeEventSource.opened).toHaveLength(1);
  });
});
