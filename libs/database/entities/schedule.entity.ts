import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { CircularKind, SchedulePeriod, ScheduleTask } from '../stores.js';
import { RoundEntity } from './round.entity.js';

/** 计划：when rounds begin by themselves, and what follows them. */
@Entity('schedule')
@Unique(['name'])
export class ScheduleEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') name!: string;
  /** Five fields, in Beijing time. */
  @Column('text') cron!: string;
  @Column('text', { nullable: true }) programme!: string | null;
  /** What is begun: a round, or a look at where links lead. */
  @Column('text', { default: 'crawl' }) task!: ScheduleTask;
  /** Ids of the units whose sites are crawled; null for all. */
  @Column('jsonb', { nullable: true }) units!: string[] | null;
  @Column('boolean') fullRound!: boolean;
  /** The period that is assessed after the round; null assesses nothing. */
  @Column('text', { nullable: true }) period!: SchedulePeriod | null;
  @Column('text', { nullable: true }) circular!: CircularKind | null;
  /** Runs that were due before are not caught up. */
  @Column('timestamptz', { default: () => 'now()' }) since!: Date;
  @Column('timestamptz', { nullable: true }) pausedAt!: Date | null;
}

/** A run that was due; its key lets only one scheduler begin it. */
@Entity('schedule_run')
export class ScheduleRunEntity {
  @ForeignKey(() => ScheduleEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  schedule!: string;
  @PrimaryColumn('timestamptz') dueAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) begunAt!: Date;
  @ForeignKey(() => RoundEntity, { onDelete: 'SET NULL' })
  @Column('text', { nullable: true })
  round!: string | null;
  /** Why nothing was begun, or that it was caught up. */
  @Column('text', { nullable: true }) note!: string | null;
}
