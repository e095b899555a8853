import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the office wrote to the sheet of a week. Never changed; the last one stands. */
@Entity('dispatch_remark')
@Index(['programme', 'week'])
export class DispatchRemarkEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') programme!: string;
  /** `2026-W26`. */
  @Column('text') week!: string;
  @Column('boolean') sample!: boolean;
  @Column('text') words!: string;
  @Column('text') account!: string;
  @Column('text') author!: string;
  @Column('timestamp with time zone', { precision: 3 }) at!: Date;
}
