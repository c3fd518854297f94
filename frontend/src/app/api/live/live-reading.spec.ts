import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { Live } from './live';
import { FIGURES_MS, LiveReading } from './live-reading';

const LONG_MS = 60_000;

describe('what is told', () => {
  let http: HttpTestingController;
  let live: Live;
  let reading: LiveReading;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpTestingController);
    live = TestBed.inject(Live);
    reading = TestBed.inject(LiveReading);
  });

  afterEach(() => {
    look('visible');
    jest.useRealTimers();
  });

  it('moves figures at most once in two seconds, and the last time counts', () => {
    for (let times = 0; times < 9; times++) {
      reading.hear({ kind: 'statistics.changed' });
      jest.advanceTimersByTime(FIGURES_MS / 5);
    }
    expect(live.figures()).toBe(2);
    jest.advanceTimersByTime(LONG_MS);
    expect(live.figures()).toBe(3);
    jest.advanceTimersByTime(LONG_MS);
    expect(live.figures()).toBe(3);
  });

  it('moves no figures while nobody looks, and once when somebody does', () => {
    look('hidden');
    for (let times = 0; times < 3; times++) reading.hear({ kind: 'statistics.changed' });
    jest.advanceTimersByTime(LONG_MS);
    expect(live.figures()).toBe(0);
    look('visible');
    jest.advanceTimersByTime(FIGURES_MS);

    expect(live.figures()).toBe(1);
  });

  it.each([
    ['categories.changed', '/api/categories'],
    ['people.changed', '/api/users'],
  ] as const)('brings a new list: %s', async (kind, url) => {
    await settle();
    for (const call of http.match(() => true)) call.flush({ results: [] });
    await settle();
    reading.hear({ kind, ids: [] });
    await settle();

    expect(http.match(() => true).map(({ request }) => request.url)).toEqual([url]);
  });

  it('is told to whoever listens, the end of a session apart', () => {
    const told: string[] = [];
    live.events.subscribe(({ kind }) => told.push(kind));
    live.ended.subscribe(() => told.push('ended'));
    reading.hear({ kind: 'settings.changed' });
    reading.hear({ kind: 'session.ended' });

    expect(told).toEqual(['settings.changed', 'ended', 'session.ended']);
  });

  function look(state: DocumentVisibilityState): void {
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
  }

  async function settle(): Promise<void> {
    TestBed.tick();
    for (let turns = 0; turns < 5; turns++) await Promise.resolve();
    TestBed.tick();
  }
});
