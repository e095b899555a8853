import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FetchOutcome } from '#evidence';
import type { RoundFollowUp, SiteRoundRow } from '../stores.js';

/** 轮次：one going out to all sites. */
@Entity('round')
@Index(['source', 'sample', 'unitsDigest'])
export class RoundEntity {
  @PrimaryColumn('text') id!: string;
  @Column('timestamptz') startedAt!: Date;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
  @Column('text') source!: string;
  @Column('boolean') sample!: boolean;
  /** Which units it was opened for: a restart goes on with it only for the same ones. */
  @Column('text') unitsDigest!: string;
  /** Whether its sites are crawled by workers, and what is to be done when the last of them is through. */
  @Column('boolean', { default: false }) shared!: boolean;
  @Column('jsonb', { nullable: true }) followUp!: RoundFollowUp | null;
  /** Every page is asked for, whatever earlier rounds kept; a restart goes on so. */
  @Column('boolean', { default: false }) whole!: boolean;
}

@Entity('site_round')
export class SiteRoundEntity {
  @ForeignKey(() => RoundEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  round!: string;
  @PrimaryColumn('text') site!: string;
  @Column('text') state!: SiteRoundRow['state'];
  @Column('integer') pages!: number;
  @Column('jsonb') outcomes!: Partial<Record<FetchOutcome, number>>;
  @Column('integer') unrendered!: number;
  @Column('double precision') seconds!: number;
  @Column('text', { nullable: true }) ended!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  /** The round that it builds upon; null where every page is asked for. */
  @Column('text', { nullable: true }) base!: string | null;
  /** When the last round began that asked for every page; null until that is settled, and in rounds from before there were others. */
  @Column('timestamptz', { nullable: true }) fullSince!: Date | string | null;
  /** Pages that were asked for; null in rounds from before it was counted. */
  @Column('integer', { nullable: true }) asked!: number | null;
  /** Those of them that were as before. */
  @Column('integer', { nullable: true }) unchanged!: number | null;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
  /** When its captures and facts were cleared, but for those that something points to; null while all are kept. */
  @Column('timestamptz', { nullable: true }) clearedAt!: Date | null;
  /** Pages known and not yet visited. */
  @Column('integer', { default: 0 }) pending!: number;
  /** When it was last begun, and when it last got on, by the database's clock. */
  @Column('timestamptz', { nullable: true }) begunAt!: Date | null;
  @Column('timestamptz', { nullable: true }) progressedAt!: Date | null;
  /** Which process crawls or crawled it. */
  @Column('text', { nullable: true }) worker!: string | null;
}
