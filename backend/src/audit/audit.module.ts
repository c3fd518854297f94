import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEventEntity } from './audit-event.entity.ts';
import { AuditEventRepository } from './audit-event.repository.ts';
import { AuditLog } from './audit-log.service.ts';
import { AuditTrailRepository } from './audit-trail.repository.ts';
import { AuditTrail } from './audit-trail.service.ts';
import { AuditWords } from './audit-words.repository.ts';

@Module({
  imports: [TypeOrmModule.forFeature([AuditEventEntity])],
  providers: [AuditWords, AuditLog, AuditTrail, AuditEventRepository, AuditTrailRepository],
  exports: [AuditLog, AuditTrail],
})
export class AuditModule {}
