import type { RE2JS } from 're2js';
import { linearPattern } from '../../suggestions/linear-pattern.ts';
import type { Finding } from './finding.ts';

/** What an admin wants masked besides: a name, which the placeholder carries, and a pattern. */
export interface OwnPattern {
  readonly name: string;
  readonly pattern: string;
}

/** Own patterns, ready to be looked for. One that cannot be used finds nothing: it is refused when it is saved. */
export class OwnPatterns {
  private readonly compiled: readonly { readonly kind: string; readonly expression: RE2JS }[];

  constructor(patterns: readonly OwnPattern[]) {
    this.compiled = patterns.flatMap(({ name, pattern }) => {
      const expression = linearPattern(pattern);
      return expression instanceof Error ? [] : [{ kind: kindOf(name), expression }];
    });
  }

  find(text: string): Finding[] {
    return this.compiled.flatMap(({ kind, expression }) => {
      const found: Finding[] = [];
      const matcher = expression.matcher(text);
      while (matcher.find()) {
        const [start, end] = [matcher.start(), matcher.end()];
        if (end > start) found.push({ kind, start, end, identity: text.slice(start, end) });
      }
      return found;
    });
  }
}

/** A name as placeholders carry it: `Customer number` is masked as `[CUSTOMER_NUMBER_1]`. */
function kindOf(name: string): string {
  const words = name
    .normalize('NFKC')
    .toUpperCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words?.join('_') ?? 'OWN';
}
