import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Finding, OutcomeKind } from '#indicators';
import type { Scorecard, TaskCounts, TaskUnitState } from '#scoring';
import type { FindingRow, TaskState } from '../stores.js';
import { RoundEntity } from './round.entity.js';

/** One assessment: never overwritten; a newer one of the same programme and period only takes `latest` from it. */
@Entity('assessment')
@Index(['programme', 'period', 'sample'], { unique: true, where: 'latest' })
@Index(['programme', 'sample', 'asOf', 'assessedAt'])
export class AssessmentEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') programme!: string;
  @Column('text') programmeVersion!: string;
  @Column('text') period!: string;
  @Column('date') asOf!: string;
  /** The evidence it rests on; such a round cannot be thrown away. */
  @ForeignKey(() => RoundEntity, { onDelete: 'RESTRICT' })
  @Column('text')
  round!: string;
  @Column('boolean') sample!: boolean;
  @Column('timestamp with time zone', { precision: 3 }) assessedAt!: Date;
  @Column('boolean') latest!: boolean;
}

/** What an assessment says of one unit; a base, so that every such table goes with its assessment. */
abstract class UnitRow {
  @ForeignKey(() => AssessmentEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  assessment!: string;
  @PrimaryColumn('text') organisation!: string;
}

@Entity('score')
@Index(['organisation'])
export class ScoreEntity extends UnitRow {
  @Column('text') name!: string;
  @Column('numeric', { nullable: true }) score!: string | null;
  @Column('text', { nullable: true }) grade!: string | null;
  @Column('numeric') coverage!: string;
  @Column('text', { nullable: true }) vetoed!: string | null;
  @Column('integer', { nullable: true }) rank!: number | null;
  @Column('text') evidenceDigest!: string;
  /** Ids of the pins on columns that it rests on, in their order. */
  @Column('jsonb', { default: [] }) pins!: string[];
  @Column('jsonb') scorecard!: Scorecard;
}

/** The round in which a unit's site was seen as an assessment judged it, or set others beside it. */
@Entity('assessment_evidence')
@Index(['round', 'site'])
export class AssessmentEvidenceEntity extends UnitRow {
  @Column('text') site!: string;
  @Column('text') round!: string;
}

/** One indicator's word on one unit. */
@Entity('outcome')
@Index(['assessment', 'indicator'])
export class OutcomeEntity extends UnitRow {
  @PrimaryColumn('integer') position!: number;
  @Column('text') indicator!: string;
  @Column('integer') version!: number;
  @Column('text') outcome!: OutcomeKind;
  @Column('integer') measured!: number;
  @Column('integer') ofCount!: number;
  @Column('integer') unmeasured!: number;
  @Column('text') message!: string;
}

@Entity('finding')
@Index(['id', 'organisation'])
@Index(['assessment', 'indicator'])
@Index(['assessment', 'organisation', 'kind', 'state'])
export class FindingEntity extends UnitRow {
  @PrimaryColumn('text') id!: string;
  /** Reading order within the unit. */
  @Column('integer') position!: number;
  @Column('text') indicator!: string;
  @Column('text') subject!: string;
  @Column('text') kind!: Finding['kind'];
  @Column('text') message!: string;
  @Column('text') remedy!: string;
  @Column('jsonb') details!: Finding['details'];
  @Column('jsonb') evidence!: Finding['evidence'];
  @Column('text') requirement!: string;
  @Column('text') clause!: string;
  @Column('numeric') points!: string;
  @Column('text') state!: FindingRow['state'];
  /** Period in which it was seen first. */
  @Column('text') firstPeriod!: string;
  /** Whether a person confirmed it. */
  @Column('jsonb', { nullable: true }) decided!: Finding['decided'] | null;
  /** Points that hang on it; null in assessments from before it was kept. */
  @Column('numeric', { nullable: true }) stake!: string | null;
  /** Digest of what it says; null in assessments from before it was kept. */
  @Column('text', { nullable: true }) said!: string | null;
}

@Entity('task_state')
export class TaskStateEntity {
  @ForeignKey(() => AssessmentEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  assessment!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('text') task!: string;
  @Column('text') stage!: string;
  @Column('text') title!: string;
  @Column('jsonb') responsible!: string[];
  @Column('date', { nullable: true }) startOn!: string | null;
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('text') dueText!: string;
  @Column('text') state!: TaskState['state'];
  @Column('text') reason!: string;
  @Column('jsonb') evidence!: TaskState['evidence'];
  @Column('jsonb', { nullable: true }) counts!: TaskCounts | null;
}

/** How one task stands with one unit. */
@Entity('task_unit_state')
export class TaskUnitStateEntity extends UnitRow {
  @PrimaryColumn('text') task!: string;
  @Column('text') name!: string;
  @Column('text') state!: TaskUnitState['state'];
  @Column('jsonb') provedBy!: TaskUnitState['provedBy'];
  @Column('date', { nullable: true }) provedOn!: string | null;
  @Column('text') reason!: string;
  @Column('jsonb') evidence!: TaskUnitState['evidence'];
}
