import { jest } from '@jest/globals';
import { SearchTurns } from '../../src/tickets/search-turns.service.ts';
import type { TestApp } from './test-app.ts';

/** What is heavy or dear of searches from now on, as they ask for their turns; nothing else changes. */
export function watchWeights(app: TestApp): string[] {
  const turns = app.get(SearchTurns);
  const weights: string[] = [];
  const admit = turns.admit.bind(turns);
  jest.spyOn(turns, 'admit').mockImplementation((caller, gone, search) =>
    admit(caller, gone, (inTurn) =>
      search((weight, work) => {
        if (weight !== 'light') weights.push(weight);
        return inTurn(weight, work);
      }),
    ),
  );
  return weights;
}
