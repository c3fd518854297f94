import { jest } from '@jest/globals';
import type { PinoLogger } from 'nestjs-pino';
import type { CategoriesService } from '../categories/categories.service.ts';
import type { DeskSettings } from '../suggestions/desk-settings.service.ts';
import type { Suggestion } from '../suggestions/domain/suggestion.ts';
import type { SuggestionLedger } from '../suggestions/suggestion-ledger.service.ts';
import { SuggestionShowing } from '../learning/suggestion-showing.service.ts';
import { NO_RECORD } from '../suggestions/domain/shown-suggestion.ts';
import type { StoredSuggestions } from '../suggestions/stored-suggestions.service.ts';
import type { ActiveModel } from '../learning/active-model.service.ts';
import type { TrackRecords } from '../learning/track-records.service.ts';
import { ClassificationService } from './classification.service.ts';
import { Unmeasured } from '../metrics/unmeasured.ts';
import { SuggesterFailure } from './domain/suggester-failure.ts';
import type { Proposal, Suggester, SuggesterChain } from './suggester.ts';
import { SuggesterOutcomes } from './suggester-outcomes.service.ts';
import { DefaultSuggester } from './suggesters/default.suggester.ts';

// Real: the chain's order and what is made of its outcomes. Played: the suggesters, the categories, the ledger.
const text = { title: '', description: 'x' };
const billing = { key: 'billing', label: 'B', description: '', position: 1, active: true, mergedInto: null };
const noRecords = { behind: () => Promise.resolve(NO_RECORD) } as unknown as TrackRecords;
const nobodyLeaves = new AbortController().signal;

function suggester(model: string, suggest: Suggester['suggest']): Suggester {
  return { source: 'llm', model, version: '1', configured: true, notTaken: [], suggest };
}

function proposal(model: string): Proposal {
  return {
    ...{ category: 'billing', priority: 'high', source: 'llm', model, version: '2' },
    ...{ confidence: { category: 1, priority: 1 }, reasons: { category: [], priority: [] } },
    verdicts: {
      category: { options: ['billing'], abstained: null },
      priority: { options: ['high'], abstained: null },
    },
  };
}

/** Every suggestion that may be hidden is. */
const hidesAll = { current: () => Promise.resolve({ hiddenShare: 1 }) } as unknown as DeskSettings;

function classification(chain: SuggesterChain, records = noRecords) {
  const record = jest.fn<SuggestionLedger['record']>().mockResolvedValue('id');
  const logger = { setContext: jest.fn(), warn: jest.fn<(fields: object) => void>() };
  const service = new ClassificationService(
    { active: () => Promise.resolve([billing]) } as unknown as CategoriesService,
    chain,
    { record } as unknown as SuggestionLedger,
    new SuggestionShowing(hidesAll, records, {} as StoredSuggestions, {} as ActiveModel),
    new SuggesterOutcomes(logger as unknown as PinoLogger, new Unmeasured()),
  );
  return { service, record, logger };
}

const fails = () => Promise.reject(new SuggesterFailure('unreachable'));

describe('asking for a suggestion', () => {
  it('ends with the first who answers, under the name that the answer states', async () => {
    const never = jest.fn<Suggester['suggest']>();
    const { service } = classification([
      suggester('first', fails),
      suggester('second', () => Promise.resolve(proposal('second, trained anew'))),
      suggester('third', never),
    ]);
    expect(await service.tryOut(text, nobodyLeaves)).toMatchObject({
      asked: { model: 'second, trained anew', version: '2' },
      failureReason: null,
    });
    expect(never).not.toHaveBeenCalled();
  });

  it('ends with the defaults, and every failure before is logged', async () => {
    const { service, record, logger } = classification([
      suggester('first', fails),
      suggester('second', () => Promise.reject(new TypeError('secret'))),
      new DefaultSuggester(),
    ]);
    const answer = await service.suggest(text, nobodyLeaves);
    expect(answer).toMatchObject({ id: 'id', source: 'default', category: 'billing', model: null });
    const kept = expect.objectContaining({ source: 'default', failureReason: 'unreachable' }) as Suggestion;
    expect(record).toHaveBeenCalledWith(text, kept, [], { hidden: false });
    expect(logger.warn.mock.calls.map(([fields]) => fields)).toMatchObject([
      { reason: 'unreachable', source: 'llm', model: 'first' },
      { reason: 'unexpected', error_name: 'TypeError', model: 'second' },
    ]);
    expect(JSON.stringify(logger.warn.mock.calls)).not.toContain('secret');
  });

  it('tells nothing of a hidden one but that there is one: no record, and not who stood in', async () => {
    const record = { category: { right: 90, of: 100 }, priority: null };
    const records = { behind: () => Promise.resolve({ record, measured: true, confirmed: 400 }) };
    const own: Suggester = {
      ...suggester('own', () => Promise.resolve({ ...proposal('own'), source: 'local' })),
      source: 'local',
    };
    const { service } = classification([suggester('first', fails), own], records as unknown as TrackRecords);
    const shown = await service.suggest(text, nobodyLeaves);
    const hidden = await service.suggest(text, nobodyLeaves, { hideable: true });
    expect(shown).toMatchObject({ record, hidden: false });
    expect(shown.notice).not.toBeNull();
    expect(hidden).toMatchObject({ hidden: true, record: { category: null, priority: null }, notice: null });
  });

  it('asks nobody else, logs nothing and keeps nothing once the client has gone', async () => {
    const client = new AbortController();
    const never = jest.fn<Suggester['suggest']>();
    const leaving = suggester('first', () => {
      client.abort();
      return fails();
    });
    const { service, record, logger } = classification([leaving, suggester('second', never)]);
    await expect(service.suggest(text, client.signal)).rejects.toMatchObject({ code: 'bad_request' });
    for (const untouched of [never, record, logger.warn]) expect(untouched).not.toHaveBeenCalled();
  });
});
