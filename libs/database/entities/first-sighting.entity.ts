import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RoundEntity } from './round.entity.js';

/** An article that came into a list between two rounds. Written once, never changed. */
@Entity('first_sighting')
@Index(['site', 'absentAt'])
export class FirstSightingEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') site!: string;
  @ForeignKey(() => RoundEntity, { onDelete: 'RESTRICT' })
  @Column('text')
  round!: string;
  @Column('text') url!: string;
  @Column('text') title!: string;
  /** The day that its row shows. */
  @Column('date') shownOn!: string;
  /** The page of the list that shows it, and when it was seen. */
  @Column('text') seenCapture!: string;
  @Column('timestamp with time zone', { precision: 3 }) seenAt!: Date | string;
  /** The page of the earlier list that did not, and since when that is certain. */
  @Column('text') absentCapture!: string;
  @Column('timestamp with time zone', { precision: 3 }) absentAt!: Date | string;
  /** What was recorded after an assessment is none of its evidence. */
  @Column('timestamp with time zone', { precision: 3 }) recordedAt!: Date | string;
}
