import { jest } from '@jest/globals';
import { TYPING_MS, Typing } from './typing';

describe('who types', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('does so until a while after the last key', () => {
    const typing = new Typing();
    expect(typing.now()).toBe(false);
    typing.note();
    jest.advanceTimersByTime(TYPING_MS - 1);
    typing.note();
    jest.advanceTimersByTime(TYPING_MS - 1);
    expect(typing.now()).toBe(true);
    jest.advanceTimersByTime(1);
    expect(typing.now()).toBe(false);
  });

  it('does not once it is sent or put away', () => {
    const typing = new Typing();
    typing.note();
    typing.stop();
    expect(typing.now()).toBe(false);
  });
});
