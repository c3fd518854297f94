import type { DataSource } from 'typeorm';
import { CategoryRepository } from '../categories/category.repository.ts';
import { EqualReads } from '../database/equal-reads.ts';
import { inTransaction } from '../database/unit-of-work.ts';
import { LearningTally } from '../learning/domain/learning-tally.ts';
import { NO_CHANGES } from '../learning/domain/lexicon.ts';
import { vocabularyMark } from '../learning/domain/vocabulary-mark.ts';
import { comparedFit } from '../learning/fitting/compared-fit.ts';
import { ModelRepository } from '../learning/model.repository.ts';
import { STARTER } from '../learning/starter/starter.ts';
import { Unmeasured } from '../metrics/unmeasured.ts';

/**
 * Makes a model of what is shipped with the desk, on a desk that has none or whose model this version cannot read. It
 * answers from the first request on; tickets of the desk are learned from by the first job that looks.
 */
export async function makeStarterModel(dataSource: DataSource): Promise<void> {
  const models = new ModelRepository(dataSource);
  if ((await models.answeringId()) !== null) return;
  const categories = (await new CategoryRepository(new EqualReads(dataSource, new Unmeasured())).findAll()).filter(
    ({ active }) => active,
  );
  const fit = comparedFit([], { categories, lexicon: NO_CHANGES, before: null });
  const learnedFrom = new LearningTally().learnedFrom({
    last_event: 0,
    vocabulary: vocabularyMark(categories),
    starter_version: STARTER.version,
  });
  await inTransaction(dataSource, async (transaction) => {
    const id = await models.insert(transaction, { ...fit, why: 'starter', learnedFrom }, 'earlier');
    await models.activate(transaction, id, 'starter', null);
  });
}
