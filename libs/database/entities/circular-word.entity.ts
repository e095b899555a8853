import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CircularEntity } from './circular.entity.js';

/** What was said of a circular after it was issued: revoked, or restored; rows are only added. */
@Entity('circular_word')
@Index(['circular', 'position'], { unique: true })
export class CircularWordEntity {
  @PrimaryColumn('text') id!: string;
  @ForeignKey(() => CircularEntity, { onDelete: 'CASCADE' })
  @Column('text')
  circular!: string;
  /** 1 for the first: two may be said within one instant, or by a clock that was set back. */
  @Column('integer') position!: number;
  @Column('text') word!: string;
  @Column('text') reason!: string;
  @Column('text') account!: string;
  @Column('text') author!: string;
  @Column('timestamp with time zone', { precision: 3 }) at!: Date;
}
