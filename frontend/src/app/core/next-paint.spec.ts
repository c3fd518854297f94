import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { NextPaint } from './next-paint';

describe('what begins after the next paint', () => {
  const run = jest.fn();

  beforeEach(() => {
    jest.useFakeTimers();
    run.mockReset();
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('waits for the frame, and until that is painted', () => {
    TestBed.inject(NextPaint).after(run);
    jest.advanceTimersToNextFrame();
    expect(run).not.toHaveBeenCalled();

    jest.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('begins at once where nothing is painted', () => {
    jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    TestBed.inject(NextPaint).after(run);

    expect(run).toHaveBeenCalledTimes(1);
  });
});
