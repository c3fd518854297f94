import type { SuggestionSource } from '../../suggestions/domain/suggestion-source.ts';
import { type FailedAttempt, answerOf } from './answer.ts';

const judgement = {
  category: 'billing',
  priority: 'high',
  confidence: { category: 0.9, priority: null },
  reasons: { category: ['invoice'], priority: [] },
  verdicts: { category: { options: ['billing'], abstained: null }, priority: { options: ['high'], abstained: null } },
} as const;

function by(source: SuggestionSource, model: string | null, version: string | null = null) {
  return { source, model, version };
}

function failed(model: string, reason: FailedAttempt['reason']): FailedAttempt {
  return { by: by('llm', model, '1'), latencyMs: 12, reason, serverWords: 'Status 400' };
}

describe('an answer', () => {
  it('that is a judgement tells who gave it and how long it took', () => {
    expect(answerOf(judgement, { by: by('llm', 'm', '1'), latencyMs: 7 }, [])).toEqual({
      ...judgement,
      source: 'llm',
      by: { source: 'llm', model: 'm', version: '1' },
      asked: { source: 'llm', model: 'm', version: '1' },
      latencyMs: 7,
      failureReason: null,
      notice: null,
      serverWords: null,
      llmCalls: [],
    });
  });

  it('that only stands in tells of the first that failed: what was asked, how long it took, and why', () => {
    const failures = [failed('m', 'timeout'), failed('other', 'refused')];
    expect(answerOf(judgement, { by: by('default', null), latencyMs: 0 }, failures)).toEqual({
      ...judgement,
      source: 'default',
      by: { source: 'default', model: null, version: null },
      asked: { source: 'llm', model: 'm', version: '1' },
      latencyMs: 12,
      failureReason: 'timeout',
      notice: 'The model took too long, so the defaults are filled in.',
      serverWords: 'Status 400',
      llmCalls: [],
    });
  });

  it('that is a judgement speaks for itself, also when another had failed before', () => {
    const given = { by: by('llm', 'second', '2'), latencyMs: 7 };
    expect(answerOf(judgement, given, [failed('m', 'timeout')])).toMatchObject({
      ...{ source: 'llm', asked: given.by, latencyMs: 7, failureReason: null, notice: null },
    });
  });

  it('of the defaults alone misses nothing', () => {
    const given = { by: by('default', null), latencyMs: 0 };
    expect(answerOf(judgement, given, [])).toMatchObject({ asked: given.by, failureReason: null, notice: null });
  });

  it('of the built-in suggester in the place of an LLM is its own, and tells who failed and who answers', () => {
    const given = { by: by('local', 'built-in', '7'), latencyMs: 1 };
    expect(answerOf(judgement, given, [failed('m', 'timeout')])).toMatchObject({
      ...{ ...judgement, source: 'local', by: given.by, failureReason: 'timeout', latencyMs: 12 },
      asked: { source: 'llm', model: 'm', version: '1' },
      notice: 'The model took too long, so the built-in suggester answers.',
    });
  });

  it('of one that keeps silent says why', () => {
    const verdicts = { ...judgement.verdicts, category: { options: [], abstained: 'unknown_words' } } as const;
    const given = { by: by('local', 'built-in', '7'), latencyMs: 1 };
    const silence = 'No suggestion: few of these words have been seen here.';
    expect(answerOf({ ...judgement, verdicts }, given, []).notice).toBe(silence);
    expect(answerOf({ ...judgement, verdicts }, given, [failed('m', 'refused')]).notice).toBe(
      `The model declined to judge this text, so the built-in suggester answers. ${silence}`,
    );
  });
});
