import { setTimeout } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import type { PublicSettings } from '../config/public-settings.ts';
import type { FirstPeopleSettings } from '../config/settings.ts';
import { createDataSource } from '../database/data-source.ts';
import { migrate } from '../database/migrating.ts';
import { prepareJobs } from '../jobs/prepare-jobs.ts';
import { applyDemoSignIn } from './demo-sign-in.ts';
import { makeStarterModel } from './make-starter-model.ts';
import { noteSettings } from './note-settings.ts';
import { seedDemoTickets } from './seed-demo-tickets.ts';
import { seedFirstPeople } from './seed-first-people.ts';

/** Any number will do, as long as every replica uses the same. */
const PREPARATION_LOCK = 7_204_115;
const LOOK_EVERY_MS = 100;

export interface Preparation {
  readonly seedDemoData: boolean;
  readonly firstPeople?: FirstPeopleSettings;
  /** Noted in the audit log when they have changed. */
  readonly published?: PublicSettings;
}

const NO_PASSWORD_CHOSEN: FirstPeopleSettings = { adminPassword: null, demoSignIn: false };

/**
 * Brings the schema up to date, makes the first people and, if asked, fills an empty desk with demo tickets; and sees to it
 * that there is a model to suggest with. Replicas
 * that start together wait for each other; only the first has anything to do. What the settings say of the demo agents'
 * passwords counts at every start.
 */
export async function prepareDatabase(url: string, preparation: Preparation): Promise<void> {
  const { seedDemoData, firstPeople = NO_PASSWORD_CHOSEN, published } = preparation;
  const dataSource = await createDataSource(url).initialize();
  try {
    await withLock(dataSource, async () => {
      await migrate(dataSource);
      await prepareJobs(dataSource);
      await seedFirstPeople(dataSource, { ...firstPeople, demo: seedDemoData });
      await applyDemoSignIn(dataSource, firstPeople.demoSignIn);
      if (seedDemoData) await seedDemoTickets(dataSource);
      await makeStarterModel(dataSource);
      if (published) await noteSettings(dataSource, published);
    });
  } finally {
    await dataSource.destroy();
  }
}

/** Asked again and again: a statement that waits would hold up indexes that are made while others read and write. */
async function isHeld(holder: QueryRunner): Promise<boolean> {
  const rows = (await holder.query('SELECT pg_try_advisory_lock($1) AS held', [PREPARATION_LOCK])) as {
    held: boolean;
  }[];
  return rows[0]?.held === true;
}

async function withLock(dataSource: DataSource, work: () => Promise<void>): Promise<void> {
  const holder = dataSource.createQueryRunner();
  try {
    while (!(await isHeld(holder))) await setTimeout(LOOK_EVERY_MS);
    await work();
    await holder.query('SELECT pg_advisory_unlock($1)', [PREPARATION_LOCK]);
  } finally {
    await holder.release();
  }
}
