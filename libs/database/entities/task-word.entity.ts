import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { TaskVerdict } from '#casework';
import { OrganisationEntity } from './organisation.entity.js';

/** 任务认定：what a person said of a unit's task. Never changed; the last one stands, unless it takes back. */
@Entity('task_word')
@Index(['programme', 'task'])
export class TaskWordEntity {
  @PrimaryColumn('text') id!: string;
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) position!: string;
  @Column('text') programme!: string;
  @Column('text') task!: string;
  @ForeignKey(() => OrganisationEntity, { onDelete: 'RESTRICT' })
  @Column('text')
  organisation!: string;
  @Column('text') verdict!: TaskVerdict;
  @Column('date', { nullable: true }) doneOn!: string | null;
  @Column('text') reason!: string;
  @Column('jsonb') links!: string[];
  /** Ids of files that were handed in for the unit. */
  @Column('jsonb') files!: string[];
  /** What was measured when it was said, and in which result. */
  @Column('jsonb') measured!: unknown;
  @Column('text') account!: string;
  @Column('text') author!: string;
  @Column('timestamp with time zone', { precision: 3 }) at!: Date;
}
