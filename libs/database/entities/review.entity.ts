import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { FindingDecision, FindingVerdict } from '#scoring';
import type { DecidedOn } from '../stores.js';

/** What a person decided on a finding of a programme and period. Written once, never changed. */
@Entity('finding_decision')
@Index(['programme', 'period', 'sample'])
@Index(['finding'])
@Unique(['deed', 'finding'])
export class FindingDecisionEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') programme!: string;
  @Column('text') period!: string;
  @Column('boolean') sample!: boolean;
  @Column('text') organisation!: string;
  @Column('text') finding!: string;
  @Column('text') indicator!: string;
  @Column('text') verdict!: FindingVerdict;
  /** The finding into which it was merged. */
  @Column('text', { name: 'merged_into', nullable: true }) into!: string | null;
  @Column('text') reason!: string;
  /** As people read it, and the account by which own deeds are known again. */
  @Column('text') author!: string;
  @Column('text', { nullable: true }) account!: string | null;
  @Column('text') source!: FindingDecision['source'];
  /** Digest of what the finding said, and the finding as it was. */
  @Column('text') said!: string;
  @Column('jsonb') snapshot!: DecidedOn;
  /** What was decided in one go has one id, made by whoever sent it: sent again, it is not decided twice. */
  @Column('text') deed!: string;
  @Column('timestamp with time zone', { precision: 3 }) createdAt!: Date | string;
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) position!: string;
}

/** That a decision was taken back, by whom and why. Written once, never changed. */
@Entity('finding_decision_withdrawal')
export class FindingDecisionWithdrawalEntity {
  @ForeignKey(() => FindingDecisionEntity, { onDelete: 'RESTRICT' })
  @PrimaryColumn('text')
  decision!: string;
  @Column('text') author!: string;
  @Column('text', { nullable: true }) account!: string | null;
  @Column('text') reason!: string;
  @Column('timestamp with time zone', { precision: 3 }) createdAt!: Date | string;
}

/** Problems drawn for a second look. Written once, never changed. */
@Entity('review_sample')
@Index(['programme', 'period', 'sample'])
export class ReviewSampleEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') programme!: string;
  @Column('text') period!: string;
  @Column('boolean') sample!: boolean;
  @Column('text') seed!: string;
  /** What was asked for: a number, or a share as `10%`. */
  @Column('text') asked!: string;
  /** Problems from which it was drawn. */
  @Column('integer') ofCount!: number;
  /** Ids of the findings, in the order in which they were drawn. */
  @Column('jsonb') drawn!: string[];
  @Column('text') author!: string;
  @Column('timestamp with time zone', { precision: 3 }) createdAt!: Date | string;
}
