import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ColumnChangeKind, ColumnIdentity, ColumnKey, ColumnPin } from '#facts';
import { RoundEntity } from './round.entity.js';

/** A round whose columns were compared with those known: it is compared once. */
@Entity('column_round')
export class ColumnRoundEntity {
  @PrimaryColumn('text') site!: string;
  @ForeignKey(() => RoundEntity, { onDelete: 'RESTRICT' })
  @PrimaryColumn('text')
  round!: string;
  /** Order in which rounds were compared; later ones build upon earlier ones. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) position!: string;
}

/** What became of a column of a site in a round. Written once, never changed. */
@Entity('column_event')
@Index(['site', 'position'])
@Index(['capture'])
export class ColumnEventEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') site!: string;
  @ForeignKey(() => RoundEntity, { onDelete: 'RESTRICT' })
  @Column('text')
  round!: string;
  /** The column, the same through all its names and addresses. */
  @Column('text') columnId!: string;
  @Column('text') kind!: ColumnChangeKind;
  @Column('jsonb', { nullable: true }) before!: ColumnIdentity | null;
  @Column('jsonb') after!: ColumnIdentity;
  @Column('text') capture!: string;
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) position!: string;
}

/** An assessor's ruling on a column. Written once, never changed. */
@Entity('column_pin')
@Index(['site', 'position'])
export class ColumnPinEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') site!: string;
  @Column('text', { nullable: true }) url!: string | null;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text') ruling!: ColumnPin['ruling'];
  @Column('text', { nullable: true }) key!: ColumnKey | null;
  @Column('text') author!: string;
  @Column('text') reason!: string;
  /** Last day of the evidence that it holds for; null for all. */
  @Column('date', { nullable: true }) until!: string | null;
  @Column('timestamp with time zone', { precision: 3 }) createdAt!: Date | string;
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) position!: string;
}

/** That a ruling was taken back, by whom and why. Written once, never changed. */
@Entity('column_pin_withdrawal')
export class ColumnPinWithdrawalEntity {
  @ForeignKey(() => ColumnPinEntity, { onDelete: 'RESTRICT' })
  @PrimaryColumn('text')
  pin!: string;
  @Column('text') author!: string;
  @Column('text') reason!: string;
  @Column('timestamp with time zone', { precision: 3 }) createdAt!: Date | string;
}
