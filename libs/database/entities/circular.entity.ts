import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CircularFile } from '../circular-row.js';

/** 通报：the files as they were issued; their bytes lie in the blob store. */
@Entity('circular')
@Index(['programme', 'period'])
export class CircularEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') programme!: string;
  @Column('text') period!: string;
  @Column('text') kind!: string;
  @Column('text') title!: string;
  @Column('boolean') sample!: boolean;
  /** The assessment whose figures it prints. */
  @Column('text', { nullable: true }) assessment!: string | null;
  @Column('timestamp with time zone', { precision: 3 }) createdAt!: Date;
  @Column('jsonb') files!: CircularFile[];
  /** 发文字号 and 成文日期 of one that was issued from a draft. */
  @Column('text', { nullable: true }) number!: string | null;
  @Column('date', { nullable: true }) issuedOn!: string | null;
  /** 印发日期; null where it is the 成文日期. */
  @Column('date', { nullable: true }) printedOn!: string | null;
  @Column('text', { nullable: true }) draft!: string | null;
}
