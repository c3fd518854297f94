import { Module } from '@nestjs/common';
import { DeskFiguresRepository } from './desk-figures.repository.ts';
import { DeskFiguresService } from './desk-figures.service.ts';
import { QualityExport } from './quality/quality-export.service.ts';
import { QualityRepository } from './quality/quality.repository.ts';
import { QualityService } from './quality/quality.service.ts';
import { StatsController } from './stats.controller.ts';
import { StatsRepository } from './stats.repository.ts';
import { StatsService } from './stats.service.ts';

@Module({
  controllers: [StatsController],
  providers: [
    StatsService,
    StatsRepository,
    DeskFiguresService,
    DeskFiguresRepository,
    QualityService,
    QualityExport,
    QualityRepository,
  ],
  exports: [DeskFiguresService, QualityExport, QualityService],
})
export class StatsModule {}
