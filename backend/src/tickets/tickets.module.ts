import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { CategoriesModule } from '../categories/categories.module.ts';
import { ClassificationModule } from '../classification/classification.module.ts';
import { UsersModule } from '../users/users.module.ts';
import { BulkEditor } from './bulk/bulk-editor.service.ts';
import { BulkProgressRepository } from './bulk/bulk-progress.repository.ts';
import { BulkRemover } from './bulk/bulk-remover.service.ts';
import { BulkRunLauncher } from './bulk/bulk-run-launcher.service.ts';
import { BulkRunRescue } from './bulk/bulk-run-rescue.service.ts';
import { BulkRunWorker } from './bulk/bulk-run-worker.service.ts';
import { BulkRunRepository } from './bulk/bulk-run.repository.ts';
import { BulkRunsService } from './bulk/bulk-runs.service.ts';
import { BulkSelectionRepository } from './bulk/bulk-selection.repository.ts';
import { BulkSelections } from './bulk/bulk-selections.service.ts';
import { IdempotencyKeyRepository } from './idempotency-key.repository.ts';
import { Idempotency } from './idempotency.service.ts';
import { TicketAdminService } from './ticket-admin.service.ts';
import { TicketChoices } from './ticket-choices.service.ts';
import { TicketHistoryRepository } from './ticket-history.repository.ts';
import { TicketHousekeeping } from './ticket-housekeeping.service.ts';
import { TicketIntake } from './ticket-intake.service.ts';
import { TicketListRepository } from './ticket-list.repository.ts';
import { TicketQueueService } from './ticket-queue.service.ts';
import { TicketWriter } from './ticket-writer.repository.ts';
import { TicketRepository } from './ticket.repository.ts';
import { TicketsController } from './tickets.controller.ts';
import { TicketsService } from './tickets.service.ts';

@Module({
  imports: [AuditModule, CategoriesModule, ClassificationModule, UsersModule],
  controllers: [TicketsController],
  providers: [
    TicketsService,
    TicketIntake,
    TicketQueueService,
    TicketAdminService,
    TicketChoices,
    Idempotency,
    TicketHousekeeping,
    BulkRunsService,
    BulkRunLauncher,
    BulkSelections,
    BulkRunWorker,
    BulkRunRescue,
    BulkEditor,
    BulkRemover,
    BulkRunRepository,
    BulkSelectionRepository,
    BulkProgressRepository,
    TicketRepository,
    TicketWriter,
    TicketHistoryRepository,
    TicketListRepository,
    IdempotencyKeyRepository,
  ],
  exports: [TicketsService, TicketQueueService, TicketAdminService, BulkRunsService],
})
export class TicketsModule {}
