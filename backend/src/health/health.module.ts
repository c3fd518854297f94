import { Module } from '@nestjs/common';
import { DatabaseProbe } from './database-probe.service.ts';
import { HealthController } from './health.controller.ts';
import { PingRepository } from './ping.repository.ts';
import { ReadinessService } from './readiness.service.ts';

@Module({
  controllers: [HealthController],
  providers: [ReadinessService, DatabaseProbe, PingRepository],
  exports: [DatabaseProbe],
})
export class HealthModule {}
