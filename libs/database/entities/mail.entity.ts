import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './account.entity.js';

/** What became of a mail to a person; one a matter. */
@Entity('mail_sending')
export class MailSendingEntity {
  @ForeignKey(() => AccountEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  account!: string;
  /** `digest DAY`, `week MONDAY`, `notice ID LEVEL`. */
  @PrimaryColumn('text') matter!: string;
  @Column('text') state!: 'sending' | 'sent' | 'nothing' | 'failed';
  @Column('integer') attempts!: number;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamp with time zone', { precision: 3 }) at!: Date;
}
