import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table of rate-limiter-flexible, which alone reads and writes it. */
@Entity('rate_limits')
export class RateLimitEntity {
  @PrimaryColumn('varchar', { length: 255, primaryKeyConstraintName: 'rate_limits_pk' })
  key: string;

  @Column('integer', { default: 0 })
  points: number;

  @Column('bigint', { nullable: true })
  expire: string | null;
}
