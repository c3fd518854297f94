import { EventEmitter } from 'node:events';
import { jest } from '@jest/globals';
import { endAfter } from './stop-limit.ts';

describe('a process that was asked to stop', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const process = () => Object.assign(new EventEmitter(), { exit: jest.fn<(code: number) => void>() });

  it.each(['SIGTERM', 'SIGINT', 'disconnect'])('by %s ends at the latest a while after its time', (signal) => {
    const target = process();
    endAfter(target, 1_000);
    target.emit(signal);
    jest.advanceTimersByTime(5_999);
    expect(target.exit).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(target.exit).toHaveBeenCalledWith(1);
  });

  it('and only such a one', () => {
    const target = process();
    endAfter(target, 1_000);
    jest.advanceTimersByTime(1_000_000);
    expect(target.exit).not.toHaveBeenCalled();
  });
});
