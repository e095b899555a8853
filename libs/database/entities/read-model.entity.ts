import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { OutcomeKind } from '#indicators';
import { AssessmentEntity } from './assessment.entity.js';

/** One square of the heat map: a unit's points for one item of the rubric, as its score tree has them. */
@Entity('heat_cell')
export class HeatCellEntity {
  @ForeignKey(() => AssessmentEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  assessment!: string;
  @PrimaryColumn('text') organisation!: string;
  @PrimaryColumn('text') item!: string;
  @Column('integer') position!: number;
  /** Title of the group that holds the item. */
  @Column('text') groupTitle!: string;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) indicator!: string | null;
  @Column('numeric') max!: string;
  @Column('numeric') counted!: string;
  @Column('numeric', { nullable: true }) points!: string | null;
  @Column('text', { nullable: true }) outcome!: OutcomeKind | null;
}

/** What one assessment says of one indicator over all its units: the rates of the headline and of the trend. */
@Entity('indicator_rate')
export class IndicatorRateEntity {
  @ForeignKey(() => AssessmentEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  assessment!: string;
  @PrimaryColumn('text') indicator!: string;
  @Column('integer') position!: number;
  @Column('text') title!: string;
  /** Subjects that comply and subjects that were measured, over units that passed or failed. */
  @Column('bigint') measured!: number;
  @Column('bigint') ofCount!: number;
  @Column('bigint') unmeasured!: number;
  @Column('integer') passed!: number;
  @Column('integer') failed!: number;
  /** Units for which nothing can be said: not measured, or a person must look. */
  @Column('integer') undecided!: number;
}

/** The headline figures of one assessment; they stay when its details are thrown away. */
@Entity('assessment_summary')
export class AssessmentSummaryEntity {
  @ForeignKey(() => AssessmentEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  assessment!: string;
  @Column('integer') units!: number;
  @Column('integer') scored!: number;
  @Column('integer') vetoed!: number;
  /** Mean of the scores, two decimals, half up. */
  @Column('numeric', { nullable: true }) averageScore!: string | null;
  @Column('numeric', { nullable: true }) averageCoverage!: string | null;
  @Column('integer') findings!: number;
  @Column('integer') reviews!: number;
  @Column('integer') newFindings!: number;
  @Column('integer') fixedFindings!: number;
  @Column('integer') recurredFindings!: number;
}
