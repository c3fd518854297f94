import type { Suggestion } from '../../api/model';

/** Whether nobody judged the text, and the defaults stand in. Any other source is the desk's judgement. */
export function isStandIn({ source }: Pick<Suggestion, 'source'>): boolean {
  return source === 'default';
}
