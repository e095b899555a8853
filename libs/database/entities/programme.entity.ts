import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A programme of an office's own. */
@Entity('own_programme')
export class OwnProgrammeEntity {
  @PrimaryColumn('text') id!: string;
  @Column('boolean') sample!: boolean;
  /** The programme that it was made from; null for one that came as a file. */
  @Column('text', { nullable: true }) origin!: string | null;
  @Column('text') createdBy!: string;
  @Column('timestamp with time zone', { precision: 3 }) createdAt!: Date;
}

/** One wording of it; never changed. */
@Entity('own_programme_version')
@Unique('own_programme_version_deed', ['deed'])
export class OwnProgrammeVersionEntity {
  @ForeignKey(() => OwnProgrammeEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  programme!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('text') title!: string;
  @Column('text') text!: string;
  /** SHA-256 of the text. */
  @Column('text') digest!: string;
  @Column('text') reason!: string;
  @Column('text') author!: string;
  @Column('text', { nullable: true }) account!: string | null;
  @Column('text') deed!: string;
  @Column('timestamp with time zone', { precision: 3 }) createdAt!: Date;
}

/** That it is used no more, or again. */
@Entity('own_programme_standing')
@Index('own_programme_standing_of', ['programme', 'createdAt'])
export class OwnProgrammeStandingEntity {
  @PrimaryColumn('text') id!: string;
  @ForeignKey(() => OwnProgrammeEntity, { onDelete: 'CASCADE' })
  @Column('text')
  programme!: string;
  @Column('boolean') retired!: boolean;
  @Column('text') reason!: string;
  @Column('text') author!: string;
  @Column('timestamp with time zone', { precision: 3 }) createdAt!: Date;
}
