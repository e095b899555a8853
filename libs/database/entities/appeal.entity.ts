import type { AppealDeed, AppealKind } from '#casework';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AssessmentEntity } from './assessment.entity.js';

/** 申诉、情况说明、豁免申请：what a department says to findings of one assessment. Never changed. */
@Entity('appeal')
@Index(['organisation'])
export class AppealEntity {
  /** Made by whoever sends it, so that sending again makes nothing twice. */
  @PrimaryColumn('text') id!: string;
  @ForeignKey(() => AssessmentEntity, { onDelete: 'RESTRICT' })
  @Column('text')
  assessment!: string;
  @Column('text') organisation!: string;
  @Column('text') kind!: AppealKind;
  @Column('text') reason!: string;
  @Column('jsonb') links!: string[];
  @Column('jsonb') files!: string[];
  /** The time for which a statement or exemption is asked; null for an appeal. */
  @Column('date', { nullable: true }) fromDay!: string | null;
  @Column('date', { nullable: true }) untilDay!: string | null;
  /** The last day on which it could be sent, and the day until which it is to be decided; null beyond the calendar. */
  @Column('date', { nullable: true }) lastDay!: string | null;
  @Column('date', { nullable: true }) decideBy!: string | null;
  @Column('text') account!: string;
  @Column('text') sender!: string;
  /** Of the account that sent it; null for one of all units. */
  @Column('text', { nullable: true }) unit!: string | null;
  @Column('timestamp with time zone', { precision: 3 }) sentAt!: Date;
}

/** What it is about; the words of the finding stand in the assessment. */
@Entity('appeal_finding')
@Index(['finding'])
export class AppealFindingEntity {
  @ForeignKey(() => AppealEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  appeal!: string;
  @PrimaryColumn('text') finding!: string;
}

/** What was done to it, one line a deed. */
@Entity('appeal_step')
export class AppealStepEntity {
  @ForeignKey(() => AppealEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  appeal!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('text') deed!: AppealDeed;
  @Column('text') reason!: string;
  /** Those of its findings for which it is accepted. */
  @Column('jsonb') findings!: string[];
  /** Last day for which it is accepted; null for an appeal. */
  @Column('date', { nullable: true }) untilDay!: string | null;
  @Column('text') account!: string;
  @Column('text') author!: string;
  @Column('text', { nullable: true }) unit!: string | null;
  @Column('timestamp with time zone', { precision: 3 }) at!: Date;
}
