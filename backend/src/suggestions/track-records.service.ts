import { Injectable } from '@nestjs/common';
import { NO_RECORD, type TrackRecord } from './domain/shown-suggestion.ts';

/** Knows how often suggestions were right. */
@Injectable()
export class TrackRecords {
  /** What stands behind a suggestion: nothing is known of any yet. */
  behind(): Promise<TrackRecord> {
    return Promise.resolve(NO_RECORD);
  }
}
