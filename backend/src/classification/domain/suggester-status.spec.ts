import { suggesterStatus } from './suggester-status.ts';

const at = (time: string | null) => (time === null ? null : new Date(`2026-04-20T${time}:00Z`));

describe('the LLM', () => {
  it.each([
    ['without a key', false, '09:00', null, 'not_configured'],
    ['that nobody has asked', true, null, null, 'unknown'],
    ['that has only answered', true, '09:00', null, 'ok'],
    ['that has only failed', true, null, '09:00', 'failing'],
    ['that failed last', true, '09:00', '09:01', 'failing'],
    ['that answered last', true, '09:01', '09:00', 'ok'],
  ])('%s', (_, configured, answer, failure, expected) => {
    const day = { asked: 0, answered: 0, failed: 0, lastAnswerAt: at(answer), lastFailureAt: at(failure) };
    expect(suggesterStatus({ configured }, day)).toBe(expected);
  });
});
