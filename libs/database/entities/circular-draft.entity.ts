import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The draft of a circular: what was computed from a result, frozen when it was begun. */
@Entity('circular_draft')
@Index(['programme', 'period'])
export class CircularDraftEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') programme!: string;
  @Column('text') period!: string;
  @Column('text') kind!: string;
  @Column('text') title!: string;
  @Column('boolean') sample!: boolean;
  @Column('text') assessment!: string;
  @Column('timestamp with time zone', { precision: 3 }) assessedAt!: Date;
  /** Of the computed circular, as JSON in the blob store. */
  @Column('text') computedSha256!: string;
  /** What the office printed around its circulars then, by its version; null where it had nothing of the kind. */
  @Column('text', { nullable: true }) letterhead!: string | null;
  @Column('integer', { nullable: true }) letterheadVersion!: number | null;
  /** The circular that it corrects. */
  @Index()
  @Column('text', { nullable: true })
  corrects!: string | null;
  @Column('text') account!: string;
  @Column('text') author!: string;
  @Column('timestamp with time zone', { precision: 3 }) createdAt!: Date;
}

/** The text of a draft as it was kept. */
@Entity('circular_version')
export class CircularVersionEntity {
  @ForeignKey(() => CircularDraftEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  draft!: string;
  @PrimaryColumn('integer') revision!: number;
  @Column('jsonb') wording!: unknown;
  /** The figures on which it was written, where they are not those with which the draft was begun. */
  @Column('text', { nullable: true }) computedSha256!: string | null;
  @Column('text', { nullable: true }) assessment!: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) assessedAt!: Date | null;
  @Column('text') account!: string;
  @Column('text') author!: string;
  @Column('timestamp with time zone', { precision: 3 }) savedAt!: Date;
}

/** What was done to a draft as a whole; rows are only added. */
@Entity('circular_step')
@Index(['draft', 'position'], { unique: true })
export class CircularStepEntity {
  @PrimaryColumn('text') id!: string;
  @ForeignKey(() => CircularDraftEntity, { onDelete: 'CASCADE' })
  @Column('text')
  draft!: string;
  @Column('integer') position!: number;
  @Column('text') step!: string;
  @Column('integer') revision!: number;
  @Column('text') reason!: string;
  @Column('text') account!: string;
  @Column('text') author!: string;
  @Column('timestamp with time zone', { precision: 3 }) at!: Date;
}
