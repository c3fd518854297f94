import { Module } from '@nestjs/common';
import { CategoriesModule } from '../categories/categories.module.ts';
import { ClassificationModule } from '../classification/classification.module.ts';
import { TicketListRepository } from './ticket-list.repository.ts';
import { TicketQueueService } from './ticket-queue.service.ts';
import { TicketRepository } from './ticket.repository.ts';
import { TicketsController } from './tickets.controller.ts';
import { TicketsService } from './tickets.service.ts';

@Module({
  imports: [CategoriesModule, ClassificationModule],
  controllers: [TicketsController],
  providers: [TicketsService, TicketQueueService, TicketRepository, TicketListRepository],
})
export class TicketsModule {}
