import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FetchOutcome } from '#evidence';
import type { VanishedPage } from '#facts';
import { RoundEntity } from './round.entity.js';

/** An article that a round shows to be gone. Written once, never changed. */
@Entity('vanished_page')
@Index(['site', 'foundAt'])
export class VanishedPageEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') site!: string;
  @ForeignKey(() => RoundEntity, { onDelete: 'RESTRICT' })
  @Column('text')
  round!: string;
  @Column('text') url!: string;
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text', { nullable: true }) columnName!: string | null;
  @Column('text') how!: VanishedPage['how'];
  @Column('text', { nullable: true }) outcome!: FetchOutcome | null;
  /** The capture that has it, and when it was last seen. */
  @Column('text') beforeCapture!: string;
  @Column('timestamp with time zone', { precision: 3 }) seenAt!: Date | string;
  /** The capture that shows that it is gone, and when that was. */
  @Column('text') afterCapture!: string;
  @Column('timestamp with time zone', { precision: 3 }) foundAt!: Date | string;
}
