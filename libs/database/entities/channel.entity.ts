import type { ChannelKind } from '#casework';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A group robot, or an address of mail, to which the office's digest is sent once a day. */
@Entity('notice_channel')
export class NoticeChannelEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') name!: string;
  @Column('text') kind!: ChannelKind;
  /** Of a robot whoever knows it may write to the group; else an address of mail. */
  @Column('text') url!: string;
  /** With which messages are signed; null for none. */
  @Column('text', { nullable: true }) secret!: string | null;
  @Column('text') programme!: string;
  /** In Beijing. */
  @Column('integer') hour!: number;
  @Column('boolean') workdaysOnly!: boolean;
  @Column('text') createdBy!: string;
  @Column('timestamp with time zone', { precision: 3 }) createdAt!: Date;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) removedAt!: Date | null;
}

/** What became of a day's digest. */
@Entity('notice_sending')
export class NoticeSendingEntity {
  @ForeignKey(() => NoticeChannelEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  channel!: string;
  @PrimaryColumn('date') day!: string;
  @Column('text') state!: 'sending' | 'sent' | 'nothing' | 'failed';
  @Column('integer') attempts!: number;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamp with time zone', { precision: 3 }) at!: Date;
}
