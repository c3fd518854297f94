import { Injectable, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { Subject } from 'rxjs';
import { Connection } from '../../api/connection';
import { Live } from '../../api/live/live';
import type { LiveLine } from '../../api/live/live-line';
import { Session } from '../session';
import { LiveWatch } from './live-watch';

const line = { start: jest.fn(), stop: jest.fn(), resume: jest.fn() };
const load = jest.fn<() => Promise<LiveLine>>();

/** Its code comes as the test says. */
@Injectable()
class PlayedWatch extends LiveWatch {
  protected override load(): Promise<LiveLine> {
    return load();
  }
}

describe('the code of the line on which the desk tells what happens', () => {
  const back = new Subject<void>();
  const state = () => TestBed.inject(Live).state();
  let online: jest.SpiedGetter<boolean>;

  beforeEach(() => {
    jest.useFakeTimers();
    online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    line.start.mockReset();
    load.mockReset().mockResolvedValue(line as unknown as LiveLine);
    jest.spyOn(console, 'error').mockReset();
    TestBed.configureTestingModule({
      providers: [
        PlayedWatch,
        { provide: Connection, useValue: { back } },
        { provide: Session, useValue: { user: signal(null) } },
      ],
    });
  });

  afterEach(() => {
    TestBed.resetTestingModule();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  /** The page is on the screen, and the browser has nothing else to do. */
  async function begin(): Promise<void> {
    TestBed.inject(PlayedWatch);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(2_000);
  }

  it('is fetched once the browser is idle', async () => {
    await begin();

    expect(line.start).toHaveBeenCalledTimes(1);
    expect(state()).toBe('connecting');
  });

  it('is fetched as soon as the browser is online, where it was not; until then it is off', async () => {
    online.mockReturnValue(false);
    await begin();
    expect([state(), load.mock.calls.length]).toEqual(['off', 0]);

    online.mockReturnValue(true);
    back.next();
    await jest.advanceTimersByTimeAsync(0);
    expect(line.start).toHaveBeenCalledTimes(1);
    back.next();
    await jest.advanceTimersByTimeAsync(0);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it.each<[string, () => unknown]>([
    ['when somebody asks for it', () => TestBed.inject(Live).retry()],
    ['when the line to the desk is back', () => back.next()],
    ['by itself after a while', () => jest.advanceTimersByTimeAsync(30_000)],
  ])('that did not come is fetched again %s', async (_, ask) => {
    load.mockRejectedValueOnce(new Error('It did not come'));
    await begin();
    expect([state(), line.start.mock.calls.length]).toEqual(['off', 0]);

    await ask();
    await jest.advanceTimersByTimeAsync(0);
    expect(line.start).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('is not fetched again when the shell has gone', async () => {
    load.mockRejectedValue(new Error('It did not come'));
    await begin();
    TestBed.resetTestingModule();
    await jest.advanceTimersByTimeAsync(60_000);

    expect(load).toHaveBeenCalledTimes(1);
  });
});
