import { jest } from '@jest/globals';
import { FAILURE_REASONS, type FailureReason, isOutage } from '../domain/failure-reason.ts';
import { SuggesterFailure } from '../domain/suggester-failure.ts';
import type { LlmProvider } from '../llm-provider.ts';
import { NO_DESK } from '../llm-desk.ts';
import type { SuggestionRequest } from '../suggester.ts';
import { CircuitBreakingProvider } from './circuit-breaking.provider.ts';

const request: SuggestionRequest = { text: { title: '', description: 'x' }, categories: [] };
const nobodyLeaves = new AbortController().signal;

let classify: jest.Mock<LlmProvider['classify']>;
let breaking: CircuitBreakingProvider;
let answerLate: () => void;

beforeEach(() => {
  jest.useFakeTimers();
  classify = jest.fn<LlmProvider['classify']>();
  const onLateAnswer = (tell: () => void) => {
    answerLate = tell;
  };
  breaking = new CircuitBreakingProvider({
    ...{ model: 'm', promptVersion: '7', configured: true, notTaken: [] },
    ...{ classify, onLateAnswer },
  });
});
afterEach(() => jest.useRealTimers());

function ask(signal = nobodyLeaves): Promise<string> {
  return breaking.classify(request, signal, NO_DESK.calls('m', { about: null, examples: [] })).then(
    (answer) => String(answer),
    (error: unknown) => (error instanceof SuggesterFailure ? error.reason : String(error)),
  );
}

async function askTimes(count: number, reason: FailureReason): Promise<void> {
  for (let asked = 0; asked < count; asked++) {
    classify.mockRejectedValueOnce(new SuggesterFailure(reason));
    expect(await ask()).toBe(reason);
  }
}

/** Leaves the LLM open for one request that goes through, which ends as the returned function says. */
function holdOneThrough() {
  let settle: { resolve: (answer: string) => void; reject: (error: Error) => void } | null = null;
  classify.mockImplementationOnce(
    () =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
      }),
  );
  return () => {
    if (!settle) throw new Error('No request went through');
    return settle;
  };
}

describe('the circuit breaker', () => {
  it('passes answers on, and tells what it stands for', async () => {
    classify.mockResolvedValueOnce('answer');
    expect(await ask()).toBe('answer');
    expect(classify).toHaveBeenCalledWith(request, nobodyLeaves, expect.anything());
    expect([breaking.model, breaking.promptVersion, breaking.configured]).toEqual(['m', '7', true]);
  });

  it.each(FAILURE_REASONS.filter(isOutage))('stops asking after five times %s in a row', async (reason) => {
    await askTimes(5, reason);
    expect(await ask()).toBe('circuit_open');
    expect(classify).toHaveBeenCalledTimes(5);
  });

  it.each(FAILURE_REASONS.filter((reason) => !isOutage(reason)))('goes on asking after %s', async (reason) => {
    await askTimes(8, reason);
    expect(classify).toHaveBeenCalledTimes(8);
  });

  it('counts from the beginning after any answer, also one that cannot be used', async () => {
    await askTimes(4, 'timeout');
    await askTimes(1, 'refused');
    await askTimes(4, 'timeout');
    classify.mockResolvedValueOnce('answer');
    expect(await ask()).toBe('answer');
  });

  it('does not count a client that went away, either way', async () => {
    await askTimes(4, 'timeout');
    for (let left = 0; left < 3; left++) {
      classify.mockRejectedValueOnce(new DOMException('gone', 'AbortError'));
      expect(await ask()).toBe('AbortError: gone');
    }
    await askTimes(1, 'timeout');
    expect(await ask()).toBe('circuit_open');
  });

  it('lets one request through after 30 seconds, and everyone when it gets an answer', async () => {
    await askTimes(5, 'unreachable');
    jest.advanceTimersByTime(29_999);
    expect(await ask()).toBe('circuit_open');
    jest.advanceTimersByTime(1);
    const through = holdOneThrough();
    const first = ask();
    expect(await ask()).toBe('circuit_open');
    through().resolve('answer');
    expect(await first).toBe('answer');
    await askTimes(4, 'unreachable');
    expect(classify).toHaveBeenCalledTimes(10);
  });

  it('waits another 30 seconds when that request fails too', async () => {
    await askTimes(5, 'unreachable');
    jest.advanceTimersByTime(30_000);
    await askTimes(1, 'server_error');
    jest.advanceTimersByTime(29_999);
    expect(await ask()).toBe('circuit_open');
    jest.advanceTimersByTime(1);
    classify.mockResolvedValueOnce('answer');
    expect(await ask()).toBe('answer');
  });

  it('lets everyone through when a call is answered that nobody waited for any more, and counts from the beginning', async () => {
    await askTimes(5, 'timeout');
    expect(await ask()).toBe('circuit_open');
    answerLate();
    await askTimes(4, 'timeout');
    classify.mockResolvedValueOnce('answer');
    expect(await ask()).toBe('answer');
    await askTimes(5, 'timeout');
    expect(await ask()).toBe('circuit_open');
  });

  it('lets everyone through then, also while one request is on its way that was to decide', async () => {
    await askTimes(5, 'timeout');
    jest.advanceTimersByTime(30_000);
    const through = holdOneThrough();
    const first = ask();
    answerLate();
    classify.mockResolvedValueOnce('answer');
    expect(await ask()).toBe('answer');
    through().resolve('late');
    expect(await first).toBe('late');
    await askTimes(4, 'timeout');
  });

  it('carries that request through when its client goes away, so that it decides nothing by leaving', async () => {
    await askTimes(5, 'timeout');
    jest.advanceTimersByTime(30_000);
    const through = holdOneThrough();
    const client = new AbortController();
    const first = ask(client.signal);
    client.abort();
    expect(classify.mock.lastCall?.[1].aborted).toBe(false);
    through().reject(new SuggesterFailure('timeout'));
    await first;
    expect(await ask()).toBe('circuit_open');
  });
});
