import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import { CategoriesService } from '../categories/categories.service.ts';
import type { Category } from '../categories/category.ts';
import { type Author, SYSTEM } from '../common/author.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { Settings } from '../config/settings.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import type { SuggestionSource } from '../suggestions/domain/suggestion-source.ts';
import { type Applied, type AutomaticChoice, AutomaticCategoryRepository } from './automatic-category.repository.ts';
import {
  type CategoryRecord,
  DEFAULT_TARGET,
  RECORD_FROM,
  type WhyNot,
  lowerBound,
  recordNeeded,
  whyNot,
} from './domain/automatic.ts';

/** Whether suggestions of a category apply by themselves, and what speaks for it. */
export interface AutomaticCategory extends Applied, Omit<AutomaticChoice, 'changedAt'> {
  readonly label: string;
  readonly record: CategoryRecord;
  /** The lower end of the record's 95 % interval; null where there is no record. */
  readonly bound: number | null;
  /** Why it cannot be switched on; null when it can. */
  readonly whyNot: WhyNot | null;
  /** How large the record has to be, if it goes on like this; null when it never gets there so. */
  readonly needed: number | null;
  readonly changedAt: Date | null;
}

const NOTHING: CategoryRecord = { right: 0, of: 0 };

/** Lets suggestions of some categories apply by themselves, while their record is as good as an admin wants it. */
@Injectable()
export class AutomaticApplication {
  /** Whose suggestions may apply: those of the one who is asked first. Who stands in has another record. */
  readonly source: SuggestionSource;

  constructor(
    private readonly choices: AutomaticCategoryRepository,
    private readonly categories: CategoriesService,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
    { llm }: Settings,
  ) {
    this.source = llm.provider === 'local' ? 'local' : 'llm';
  }

  /** The active categories, in their order. */
  async list(): Promise<AutomaticCategory[]> {
    const [categories, choices, records, applied] = await Promise.all([
      this.categories.active(),
      this.choices.all(),
      this.choices.records(this.source),
      this.choices.applied(),
    ]);
    return categories.map((category) =>
      asShown(category, {
        choice: choices.find((one) => one.category === category.key) ?? null,
        record: records.get(category.key) ?? NOTHING,
        applied: applied.get(category.key) ?? { applied: 0, corrected: 0 },
      }),
    );
  }

  /**
   * Switches it on or off for a category; without a word the target stays as it is.
   *
   * @throws DomainError `category_not_found`, and `record_too_low` when the record does not reach the target.
   */
  async set(
    key: string,
    { enabled, target: wanted }: { readonly enabled: boolean; readonly target?: number },
    actor: Author,
  ): Promise<AutomaticCategory> {
    const category = (await this.categories.active()).find((one) => one.key === key);
    if (!category) throw new DomainError('category_not_found', 'There is no such category in use.');
    await this.unitOfWork.run(async (transaction) => {
      const before = await this.choices.hold(transaction, key);
      const target = wanted ?? before?.target ?? DEFAULT_TARGET;
      const record = (await this.choices.records(this.source, transaction)).get(key) ?? NOTHING;
      if (enabled && whyNot(record, target)) throw tooLow(category, record, target);
      const switched = (before?.enabled ?? false) !== enabled;
      if (!switched && (before?.target ?? DEFAULT_TARGET) === target) return;
      await this.choices.set(transaction, { category: key, enabled, target }, actor.userId);
      const kind = switched ? (enabled ? 'automatic_enabled' : 'automatic_disabled') : 'automatic_target_changed';
      await this.record(transaction, kind, actor, category, { target, ...told(record) });
    });
    const now = (await this.list()).find((one) => one.category === key);
    if (!now) throw new DomainError('category_not_found', 'The category was retired meanwhile.');
    return now;
  }

  /** Whether a suggestion of this category may apply now; stops it when the record has fallen. */
  async allows(transaction: Transaction, key: string): Promise<boolean> {
    const choice = await this.choices.hold(transaction, key);
    if (!choice?.enabled) return false;
    const record = (await this.choices.records(this.source, transaction)).get(key) ?? NOTHING;
    if (!whyNot(record, choice.target)) return true;
    await this.stop(transaction, choice, record);
    return false;
  }

  /** Stops it wherever the record has fallen under the target. */
  async stopWhereFallen(): Promise<void> {
    const enabled = (await this.choices.all()).filter((choice) => choice.enabled);
    if (enabled.length === 0) return;
    const records = await this.choices.records(this.source);
    for (const { category, target } of enabled) {
      if (!whyNot(records.get(category) ?? NOTHING, target)) continue;
      await this.unitOfWork.run((transaction) => this.allows(transaction, category));
    }
  }

  private async stop(transaction: Transaction, choice: AutomaticChoice, record: CategoryRecord): Promise<void> {
    const category = (await this.categories.all()).find(({ key }) => key === choice.category);
    if (!category) return;
    await this.choices.stop(transaction, choice.category, record);
    const details = { target: choice.target, ...told(record) };
    await this.record(transaction, 'automatic_stopped', SYSTEM, category, details);
  }

  private async record(
    transaction: Transaction,
    kind: 'automatic_enabled' | 'automatic_disabled' | 'automatic_stopped' | 'automatic_target_changed',
    actor: Author,
    { key: id, label }: Category,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.audit.record({ kind, actor, subject: { type: 'category', id, label }, details }, transaction);
    transaction.tell('settings_changed', {});
  }
}

function asShown(
  { key: category, label }: Category,
  { choice, record, applied }: { choice: AutomaticChoice | null; record: CategoryRecord; applied: Applied },
): AutomaticCategory {
  const { enabled = false, target = DEFAULT_TARGET, changedAt = null, changedBy = null, stopped = null } = choice ?? {};
  return {
    ...{ category, label, enabled, target, changedAt, changedBy, stopped, record, ...applied },
    bound: record.of === 0 ? null : lowerBound(record),
    whyNot: whyNot(record, target),
    needed: recordNeeded(record, target),
  };
}

function told(record: CategoryRecord): Readonly<Record<string, number>> {
  return { ...record, bound: Number(lowerBound(record).toFixed(4)) };
}

function tooLow({ label }: Category, record: CategoryRecord, target: number): DomainError {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const needed = recordNeeded(record, target);
  const outlook =
    needed === null || needed <= record.of ? '' : ` At this rate it takes ${String(needed)} decided tickets.`;
  return new DomainError(
    'record_too_low',
    `Suggestions of ${label} were right ${String(record.right)} times of ${String(record.of)}, so at least ` +
      `${percent(lowerBound(record))} of the time; wanted are ${percent(target)} and a record of ${String(RECORD_FROM)}.${outlook}`,
  );
}
