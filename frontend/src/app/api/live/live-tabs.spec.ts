import { jest } from '@jest/globals';
import { ANSWER_MS, LiveTabs } from './live-tabs';
import { FakeEventSource } from './testing/fake-event-source';
import { FakeChannel, FakeLocks } from './testing/fake-tabs';

/** One tab of a browser. */
class Tab {
  readonly told: string[] = [];
  readonly tabs = new LiveTabs('desk.live', '/api/events', {
    event: (event) => this.told.push(event.kind),
    state: (state) => this.told.push(state),
    missed: (what) => this.told.push(`missed ${what}`),
  });
}

describe('the tabs of a browser', () => {
  let tabs: Tab[];

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    FakeEventSource.install();
    FakeChannel.install();
    tabs = [];
  });

  afterEach(() => {
    for (const { tabs: one } of tabs) one.stop();
    FakeLocks.uninstall();
    FakeChannel.uninstall();
    FakeEventSource.uninstall();
    jest.useRealTimers();
  });

  it('share one stream', async () => {
    FakeLocks.install();
    const [one, other] = [await open(), await open()];
    FakeEventSource.last.stand();
    FakeEventSource.last.bring('statistics.changed');

    expect(FakeEventSource.opened).toHaveLength(1);
    expect([one.tabs.leads, other.tabs.leads]).toEqual([true, false]);
    expect(one.told.slice(-3)).toEqual(['on', 'missed all', 'statistics.changed']);
    expect(other.told.slice(-1)).toEqual(['statistics.changed']);
  });

  it('hand the stream on when the one that has it goes', async () => {
    FakeLocks.install();
    const [one, other] = [await open(), await open()];
    FakeEventSource.last.stand();
    one.tabs.stop();
    await turn();

    expect(FakeEventSource.opened).toHaveLength(2);
    expect(FakeEventSource.opened[0]?.readyState).toBe(FakeEventSource.CLOSED);
    FakeEventSource.last.stand();
    expect(other.told.slice(-2)).toEqual(['on', 'missed all']);
  });

  it('go on where the one that had the stream was told to last, and miss nothing of tickets', async () => {
    FakeLocks.install();
    const [one, other] = [await open(), await open()];
    FakeEventSource.last.stand();
    FakeEventSource.last.bring('ticket.changed', { id: 7, version: 2 }, '1k4.0');
    one.tabs.stop();
    await turn();

    expect(FakeEventSource.last.url).toBe('/api/events?last_event_id=1k4.0');
    FakeEventSource.last.stand();
    expect(other.told.slice(-2)).toEqual(['on', 'missed besides tickets']);
  });

  it('learn where the stream stands when they come later, and that something may have been missed', async () => {
    FakeLocks.install();
    await open();
    FakeEventSource.last.stand();
    const late = await open();
    jest.advanceTimersByTime(ANSWER_MS);
    await turn();

    expect(late.told).toEqual(['on', 'missed all']);
    expect(FakeEventSource.opened).toHaveLength(1);
  });

  it('take the stream from one that sleeps', async () => {
    FakeLocks.install();
    const sleeper = await open();
    FakeEventSource.last.stand();
    FakeChannel.silence(0);
    const other = await open();
    jest.advanceTimersByTime(ANSWER_MS);
    await turn();

    expect([sleeper.tabs.leads, other.tabs.leads]).toEqual([false, true]);
    expect(FakeEventSource.opened.map(({ readyState }) => readyState)).toEqual([
      FakeEventSource.CLOSED,
      FakeEventSource.CONNECTING,
    ]);
  });

  it('have a stream each where the browser knows no locks', async () => {
    await open();
    await open();

    expect(FakeEventSource.opened).toHaveLength(2);
  });

  it('are told by any of them that the line is wanted', async () => {
    FakeLocks.install();
    await open();
    const other = await open();
    FakeEventSource.last.bring('session.ended');
    other.tabs.ensure();

    expect(FakeEventSource.opened).toHaveLength(2);
  });

  async function open(): Promise<Tab> {
    const tab = new Tab();
    tabs.push(tab);
    tab.tabs.start();
    await turn();
    return tab;
  }

  async function turn(): Promise<void> {
    for (let turns = 0; turns < 5; turns++) await Promise.resolve();
  }
});
