import { Injectable } from '@nestjs/common';
import type { AuditEntry } from '../../audit/audit-entry.ts';
import { ROUTINE_KINDS, kindsBut } from '../../audit/audit-kind.ts';
import { AuditTrail } from '../../audit/audit-trail.service.ts';
import type { SuggesterStatus } from '../../classification/domain/suggester-status.ts';
import type { SourceDay } from '../../suggestions/domain/source-day.ts';
import { LlmReportService } from '../../classification/llm-report.service.ts';
import { APP_VERSION } from '../../config/app-version.ts';
import { DatabaseProbe } from '../../health/database-probe.service.ts';
import { DeskFiguresService } from '../../stats/desk-figures.service.ts';
import type { DeskFigures } from '../../stats/desk-figures.ts';

const RECENT_EVENTS = 20;

/** How the desk is, at one glance. */
export interface Overview {
  readonly databaseLatencyMs: number;
  readonly llm: SourceDay & { readonly status: SuggesterStatus };
  readonly versions: {
    readonly app: string;
    readonly node: string;
    readonly postgres: string;
    /** The version of the prompt; null without a model that has one. */
    readonly prompt: string | null;
  };
  readonly figures: DeskFigures;
  readonly recentAudit: readonly AuditEntry[];
}

@Injectable()
export class OverviewService {
  constructor(
    private readonly database: DatabaseProbe,
    private readonly llm: LlmReportService,
    private readonly figures: DeskFiguresService,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `database_unavailable`: without it there is nothing to tell. */
  async read(): Promise<Overview> {
    // First and alone, so that it does not wait for the others.
    const { version: postgres, latencyMs } = await this.database.measure();
    const [llm, figures, recent] = await Promise.all([
      this.llm.health(),
      this.figures.read(),
      this.audit.page({ kinds: kindsBut(ROUTINE_KINDS) }, { limit: RECENT_EVENTS }),
    ]);
    const { promptVersion: prompt } = this.llm.setup;
    return {
      databaseLatencyMs: latencyMs,
      llm,
      versions: { app: APP_VERSION, node: process.versions.node, postgres, prompt },
      figures,
      recentAudit: recent.entries,
    };
  }
}
