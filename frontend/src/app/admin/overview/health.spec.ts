import type { Overview } from '../../api/admin-model';
import { OVERVIEW } from '../testing/desk';
import { healthOf, milliseconds } from './health';

const NOW = Date.parse('2026-04-20T09:25:00.000Z');
const MINUTES_AGO = '2026-04-20T09:22:00.000Z';

function llm(values: Partial<Overview['health']['llm']>): string {
  const health = { ...OVERVIEW.health, llm: { ...OVERVIEW.health.llm, ...values } };
  const { word, detail } = healthOf(health, NOW)[2]!;
  return `${word}: ${detail}`;
}

describe('the health of the desk', () => {
  it.each([
    [{ status: 'ok', last_answer_at: MINUTES_AGO } as const, 'Works: Last answer 3 minutes ago'],
    [{ status: 'failing' } as const, 'Fails: Last failure 3 minutes ago, the defaults are filled in'],
    [{ status: 'not_configured' } as const, 'Not set up: Without it the defaults are filled in'],
    [{ status: 'unknown' } as const, 'Not asked: Nobody asked in the last 24 hours'],
  ])('tells an LLM that is %j as "%s"', (values, words) => {
    expect(llm(values)).toBe(words);
  });

  it('tells how quickly the database answers', () => {
    expect(healthOf(OVERVIEW.health, NOW)[1]).toMatchObject({ word: 'Works', detail: 'Answers in 1 ms' });
  });

  it.each([
    [0.4, 'under 1 ms'],
    [1.4, '1 ms'],
    [812, '812 ms'],
    [10_000, '10 s'],
    [1_240, '1.2 s'],
  ])('%d milliseconds are "%s"', (ms, words) => {
    expect(milliseconds(ms)).toBe(words);
  });
});
