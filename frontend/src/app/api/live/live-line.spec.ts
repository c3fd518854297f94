import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { Live } from './live';
import { AWAY_MS, LiveLine } from './live-line';
import { ANSWER_MS, LiveTabs } from './live-tabs';
import { FakeEventSource } from './testing/fake-event-source';
import { FakeChannel, FakeLocks } from './testing/fake-tabs';

describe('a page that comes in front again', () => {
  let missed: string[];
  let visibility: jest.SpiedGetter<DocumentVisibilityState>;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    visibility = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
    FakeEventSource.install();
    FakeChannel.install();
    FakeLocks.install();
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    missed = [];
    TestBed.inject(Live).missed.subscribe((what) => missed.push(what));
  });

  afterEach(() => {
    TestBed.inject(LiveLine).stop();
    FakeLocks.uninstall();
    FakeChannel.uninstall();
    FakeEventSource.uninstall();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('opens the stream anew after a while, as it may only seem to stand, and reads again what was missed', async () => {
    await listen();
    await away(AWAY_MS);
    expect(FakeEventSource.opened).toHaveLength(2);
    expect(FakeEventSource.opened[0]?.readyState).toBe(FakeEventSource.CLOSED);
    expect(missed).toEqual([]);

    FakeEventSource.last.stand();
    expect(missed).toEqual(['all']);
  });

  it('keeps the stream after a moment', async () => {
    await listen();
    await away(AWAY_MS - 1);

    expect(FakeEventSource.opened).toHaveLength(1);
    expect(missed).toEqual([]);
  });

  it('counts from the last time it was left', async () => {
    await listen();
    await away(AWAY_MS - 1);
    jest.advanceTimersByTime(AWAY_MS);
    await away(AWAY_MS - 1);

    expect(FakeEventSource.opened).toHaveLength(1);
  });

  it('reads all again where another tab has the stream, and takes it over when that one sleeps', async () => {
    const nothing = { event: () => undefined, state: () => undefined, missed: () => undefined };
    const other = new LiveTabs('desk.live', '/api/events', nothing);
    other.start();
    await listen();
    await away(AWAY_MS);
    expect(missed).toEqual(['all']);
    jest.advanceTimersByTime(ANSWER_MS);
    await turn();
    expect(FakeEventSource.opened).toHaveLength(1);

    FakeChannel.silence(0);
    await away(AWAY_MS - 1);
    jest.advanceTimersByTime(ANSWER_MS);
    await turn();
    expect(FakeEventSource.opened).toHaveLength(2);
    other.stop();
  });

  it('hears nothing of it any more once nobody is signed in', async () => {
    await listen();
    TestBed.inject(LiveLine).stop();
    await away(AWAY_MS);

    expect(FakeEventSource.opened).toHaveLength(1);
    expect(missed).toEqual([]);
  });

  async function listen(): Promise<void> {
    TestBed.inject(LiveLine).start();
    await turn();
    FakeEventSource.last.stand();
    missed.splice(0);
  }

  async function away(ms: number): Promise<void> {
    look('hidden');
    jest.advanceTimersByTime(ms);
    look('visible');
    await turn();
  }

  function look(state: DocumentVisibilityState): void {
    visibility.mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
  }

  async function turn(): Promise<void> {
    for (let turns = 0; turns < 5; turns++) await Promise.resolve();
  }
});
