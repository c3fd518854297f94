import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { BEAT_MS, PresencePlace } from './presence-place';

interface Call {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  readonly keepalive: boolean | undefined;
  answer(status?: number): Promise<void>;
  fail(): Promise<void>;
}

describe('the place of a tab', () => {
  let calls: Call[];
  let place: PresencePlace;
  const settle = () => jest.advanceTimersByTimeAsync(0);

  beforeEach(() => {
    jest.useFakeTimers();
    calls = [];
    globalThis.fetch = ((url: string, { method = '', body, keepalive, signal }: RequestInit) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('aborted')));
        calls.push({
          ...{ url, method, keepalive, body: body === undefined ? null : JSON.parse(body as string) },
          answer: (status = 200) => {
            resolve({
              ok: status < 300,
              status,
              json: () => Promise.resolve({ ticket_id: 7, people: [] }),
            } as Response);
            return settle();
          },
          fail: () => {
            reject(new TypeError('Failed to fetch'));
            return settle();
          },
        });
      })) as typeof fetch;
    place = TestBed.inject(PresencePlace);
  });

  afterEach(() => {
    look('visible');
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, 'fetch');
  });

  const looking = { ticket_id: 7, activity: 'looking' };
  const told = () => calls.map(({ method, body }) => [method, body]);

  it('is named by a UUID, and told at once and with each beat', async () => {
    place.stand({ ticket: 7, activity: 'looking' });
    expect(calls[0]?.url).toMatch(/^\/api\/presence\/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    await calls[0]?.answer();
    await jest.advanceTimersByTimeAsync(BEAT_MS - 1);
    expect(calls).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(told()).toEqual([
      ['PUT', looking],
      ['PUT', looking],
    ]);
  });

  it('tells one thing after the other, and of several the last', async () => {
    place.stand({ ticket: 7, activity: 'looking' });
    place.stand({ ticket: 7, activity: 'changing' });
    place.stand({ ticket: 8, activity: 'looking' });
    expect(calls).toHaveLength(1);
    await calls[0]?.answer();
    await calls[1]?.answer();
    expect(told()).toEqual([
      ['PUT', looking],
      ['PUT', { ticket_id: 8, activity: 'looking' }],
    ]);
    place.leave();
    await calls[2]?.answer(204);
    await jest.advanceTimersByTimeAsync(3 * BEAT_MS);
    expect(told().slice(2)).toEqual([['DELETE', null]]);
  });

  it('is nobody in the background, and there again in front', async () => {
    place.stand({ ticket: 7, activity: 'looking' });
    await calls[0]?.answer();
    look('hidden');
    expect(calls[1]?.method).toBe('DELETE');
    await calls[1]?.answer(204);
    await jest.advanceTimersByTimeAsync(3 * BEAT_MS);
    expect(calls).toHaveLength(2);
    look('visible');
    expect(calls[2]?.body).toEqual(looking);
  });

  it('is left with the page, whatever is under way, and nothing is said after it', async () => {
    place.stand({ ticket: 7, activity: 'looking' });
    window.dispatchEvent(new Event('pagehide'));
    expect([calls[1]?.method, calls[1]?.keepalive]).toEqual(['DELETE', true]);
    await jest.advanceTimersByTimeAsync(3 * BEAT_MS);
    expect(calls).toHaveLength(2);
    window.dispatchEvent(new Event('pageshow'));
    expect(calls[2]?.body).toEqual(looking);
  });

  it('says nothing when a page goes at which nobody was', () => {
    window.dispatchEvent(new Event('pagehide'));
    expect(calls).toEqual([]);
    window.dispatchEvent(new Event('pageshow'));
  });

  it.each([
    ['the desk is out of reach', (call: Call | undefined) => call?.fail()],
    ['the desk refuses', (call: Call | undefined) => call?.answer(503)],
  ])('is told again with the next beat when %s', async (_, fail) => {
    place.stand({ ticket: 7, activity: 'looking' });
    await fail(calls[0]);
    expect(calls).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(BEAT_MS);
    expect(calls[1]?.body).toEqual(looking);
    place.leave();
    await fail(calls[1]);
    await jest.advanceTimersByTimeAsync(BEAT_MS);
    expect(calls[2]?.method).toBe('DELETE');
  });
});

function look(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  document.dispatchEvent(new Event('visibilitychange'));
}
