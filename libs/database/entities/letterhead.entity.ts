import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 发文模板: what an office prints around its circulars, as it was kept; rows are only added. */
@Entity('letterhead_version')
export class LetterheadVersionEntity {
  @PrimaryColumn('text') letterhead!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('boolean') sample!: boolean;
  @Column('jsonb') content!: unknown;
  @Column('text') reason!: string;
  @Column('text') account!: string;
  @Column('text') author!: string;
  @Column('timestamp with time zone', { precision: 3 }) at!: Date;
}
