import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AssessmentEntity } from './assessment.entity.js';

/** Who looked into an alarm, and what came of it. Never changed. */
@Entity('alarm_look')
@Index(['assessment'])
export class AlarmLookEntity {
  @PrimaryColumn('text') alarm!: string;
  @ForeignKey(() => AssessmentEntity, { onDelete: 'CASCADE' })
  @Column('text')
  assessment!: string;
  /** What the alarm said. */
  @Column('text') message!: string;
  @Column('text') reason!: string;
  /** Null for a command. */
  @Column('text', { nullable: true }) account!: string | null;
  @Column('text') author!: string;
  @Column('timestamp with time zone', { precision: 3 }) at!: Date;
}
