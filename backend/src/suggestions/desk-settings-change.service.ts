import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { Author } from '../common/author.ts';
import { DomainError, ValidationFailed } from '../common/problems/domain-error.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { DeskSettingsRepository } from './desk-settings.repository.ts';
import { DeskSettings } from './desk-settings.service.ts';
import type { ChoicesPatch, SuggestionSettings } from './domain/desk-settings.ts';
import { requireUsablePatterns } from './domain/mask-pattern.ts';
import { choiceChanges, patchedChoices } from './domain/settings-change.ts';

/** Who wants the settings to be different, and the versions they have seen; null when any will do. */
export interface SettingsRequest {
  readonly by: Author;
  readonly accepts: readonly number[] | null;
}

/** The settings as admins read and change them: never from memory. */
@Injectable()
export class DeskSettingsChange {
  constructor(
    private readonly repository: DeskSettingsRepository,
    private readonly settings: DeskSettings,
    private readonly auditLog: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async read(): Promise<SuggestionSettings> {
    return this.settings.inEffect(await this.repository.read());
  }

  /**
   * Changes what is given; the desk goes by it at once, other processes within two seconds. What stays as it is makes no
   * new version.
   *
   * @throws ValidationFailed for an empty patch, and for patterns of masking that cannot be used.
   * @throws DomainError `stale_version` when the settings are at none of the accepted versions.
   */
  async change(patch: ChoicesPatch, { by, accepts }: SettingsRequest): Promise<SuggestionSettings> {
    if (Object.values<unknown>(patch).every((value) => value === undefined)) throw nothingToChange();
    requireUsablePatterns(patch.maskPatterns ?? []);
    return this.unitOfWork.run(async (transaction) => {
      const before = await this.repository.hold(transaction);
      if (accepts && !accepts.includes(before.version)) throw staleVersion(before.version);
      const set = patchedChoices(before.set, patch);
      const changes = choiceChanges(before.set, set);
      if (Object.keys(changes).length === 0) return this.settings.inEffect(before);
      const after = await this.repository.write(transaction, set, by.userId);
      const event = { kind: 'suggestion_settings_changed', actor: by, subject: { type: 'settings' } } as const;
      await this.auditLog.record({ ...event, details: { changes } }, transaction);
      transaction.tell('settings_changed', {});
      return this.settings.inEffect(after);
    });
  }
}

function nothingToChange(): ValidationFailed {
  const message = 'Give at least one setting to change.';
  return new ValidationFailed([{ field: 'body', code: 'empty', message }]);
}

/** The settings are not what the person who wants to change them has seen. */
function staleVersion(version: number): DomainError {
  return new DomainError(
    'stale_version',
    `Somebody changed the settings: they are at version ${String(version)} now. Read them again, then decide.`,
  );
}
