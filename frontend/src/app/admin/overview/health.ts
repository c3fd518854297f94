import type { Overview } from '../../api/admin-model';
import type { IconName } from '../../ui/icon-set';
import { ageInWords } from '../../ui/age-words';
import type { AdminIconName } from '../admin-icon-set';

/** How one part of the desk is: a word, what stands behind it, and how much it matters. */
export interface Health {
  readonly part: string;
  readonly icon: IconName | AdminIconName;
  readonly tone: 'good' | 'bad' | 'unknown';
  readonly word: string;
  readonly detail: string;
}

type Llm = Overview['health']['llm'];

/** API, database and LLM, in this order. Without its database the API has no overview to give: the page says so. */
export function healthOf({ database, llm }: Overview['health'], now: number): readonly Health[] {
  return [
    { part: 'API', icon: 'dns', tone: 'good', word: 'Works', detail: 'It answered this page' },
    {
      part: 'Database',
      icon: 'database',
      tone: 'good',
      word: 'Works',
      detail: `Answers in ${milliseconds(database.latency_ms)}`,
    },
    { part: 'LLM', icon: 'network_intelligence', ...llmHealth(llm, now) },
  ];
}

function llmHealth(llm: Llm, now: number): Pick<Health, 'tone' | 'word' | 'detail'> {
  const { status, last_answer_at: answer, last_failure_at: failure } = llm;
  switch (status) {
    case 'ok':
      return { tone: 'good', word: 'Works', detail: answer ? `Last answer ${ago(answer, now)}` : 'It answers' };
    case 'failing':
      return {
        tone: 'bad',
        word: 'Fails',
        detail: `${failure ? `Last failure ${ago(failure, now)}` : 'It gives no answer'}, the defaults are filled in`,
      };
    case 'not_configured':
      return { tone: 'unknown', word: 'Not set up', detail: 'Without it the defaults are filled in' };
    case 'budget_used':
      return {
        tone: 'unknown',
        word: 'Budget used up',
        detail: "Today's budget is used up; asked again after midnight",
      };
    case 'unknown':
      return { tone: 'unknown', word: 'Not asked', detail: 'Nobody asked in the last 24 hours' };
  }
}

function ago(time: string, now: number): string {
  return ageInWords(Date.parse(time), now);
}

/** "3 ms", "under 1 ms", "1.2 s", "10 s". */
export function milliseconds(ms: number): string {
  if (ms < 1) return 'under 1 ms';
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${Number((ms / 1_000).toFixed(1))} s`;
}
