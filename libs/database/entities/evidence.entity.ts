import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Capture, FetchOutcome, PageRequest, Visit } from '#evidence';
import type { PageReading } from '#facts';
import { RoundEntity } from './round.entity.js';

/** 取证快照：what was asked and what came back; its bytes lie in the blob store under their hash. */
@Entity('capture')
@Index(['round', 'site', 'id'])
@Index(['sha256'])
export class CaptureEntity {
  @PrimaryColumn('text') id!: string;
  @ForeignKey(() => RoundEntity, { onDelete: 'CASCADE' })
  @Column('text')
  round!: string;
  @Column('text') site!: string;
  @Column('jsonb') request!: PageRequest;
  @Column('jsonb') visit!: Visit;
  @Column('text') finalUrl!: string;
  @Column('jsonb') redirects!: string[];
  @Column('timestamp with time zone', { precision: 3 }) fetchedAt!: Date | string;
  @Column('text') outcome!: FetchOutcome;
  @Column('integer', { nullable: true }) status!: number | null;
  @Column('jsonb') headers!: Record<string, string>;
  @Column('text', { nullable: true }) sha256!: string | null;
  @Column('bigint') size!: number;
  @Column('text', { nullable: true }) charset!: string | null;
  @Column('text') via!: Capture['via'];
  @Column('text', { nullable: true }) note!: string | null;
  @Column('boolean') unrendered!: boolean;
  /** Last day on which it is kept although its round is not; null leaves it to the round. */
  @Column('date', { nullable: true }) keepUntil!: string | null;
}

/** What was understood of a capture: apart from it, for it is big and can be read again from the bytes. */
@Entity('reading')
export class ReadingEntity {
  @ForeignKey(() => CaptureEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  capture!: string;
  @Column('jsonb') reading!: PageReading;
}

/** What is still to be visited on a site in a round, and what was. */
@Entity('frontier')
@Index(['round', 'site', 'position'])
export class FrontierEntity {
  @ForeignKey(() => RoundEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  round!: string;
  @PrimaryColumn('text') site!: string;
  /** Hash of the request's key: an index cannot hold every address. */
  @PrimaryColumn('text') key!: string;
  @Column('jsonb') request!: PageRequest;
  @Column('jsonb') visit!: Visit;
  @Column('boolean') visited!: boolean;
  /** Order in which it was found. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) position!: string;
}
