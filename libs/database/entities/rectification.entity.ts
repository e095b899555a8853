import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AssessmentEntity } from './assessment.entity.js';

/** 整改通知：findings of one assessment that a unit is to mend until a day. Never changed. */
@Entity('rectification_notice')
@Index(['organisation'])
export class RectificationNoticeEntity {
  /** Made by whoever sends it, so that sending again makes nothing twice. */
  @PrimaryColumn('text') id!: string;
  @ForeignKey(() => AssessmentEntity, { onDelete: 'RESTRICT' })
  @Column('text')
  assessment!: string;
  @Column('text') organisation!: string;
  @Column('text') demand!: string;
  @Column('date') dueOn!: string;
  @Column('text') account!: string;
  @Column('text') issuer!: string;
  @Column('timestamp with time zone', { precision: 3 }) issuedAt!: Date;
  /** 发文字号; null where the office gives its notices none. */
  @Column('text', { nullable: true }) number!: string | null;
}

@Entity('rectification_finding')
@Index(['finding'])
export class RectificationFindingEntity {
  @ForeignKey(() => RectificationNoticeEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  notice!: string;
  @PrimaryColumn('text') finding!: string;
}

/** What was said and done about it: answers of the unit, new looks that it asks for and that were begun, its withdrawal. */
@Entity('rectification_step')
@Index(['notice'])
export class RectificationStepEntity {
  @PrimaryColumn('text') id!: string;
  @ForeignKey(() => RectificationNoticeEntity, { onDelete: 'CASCADE' })
  @Column('text')
  notice!: string;
  @Column('text') kind!: 'answer' | 'request' | 'recheck' | 'withdrawal';
  /** Which finding is answered; null for all of them. */
  @Column('text', { nullable: true }) finding!: string | null;
  @Column('text') words!: string;
  @Column('text') account!: string;
  @Column('text') author!: string;
  @Column('timestamp with time zone', { precision: 3 }) at!: Date;
  /** In which the pages were asked for again; null where it is no new look, or its round was told by none. */
  @Column('text', { nullable: true }) round!: string | null;
}

/** What a later round, judged as the notice's own period was, says of one of its findings. Never changed. */
@Entity('rectification_look')
export class RectificationLookEntity {
  @ForeignKey(() => RectificationNoticeEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  notice!: string;
  @PrimaryColumn('text') finding!: string;
  @PrimaryColumn('text') round!: string;
  @Column('text') state!: 'open' | 'fixed' | 'notMeasured';
  /** Whether the page of the finding was asked for again in that round. */
  @Column('boolean') seenAnew!: boolean;
  /** When that round began. */
  @Column('timestamp with time zone', { precision: 3 }) seenAt!: Date;
}
