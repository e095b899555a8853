import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RemarkKind, RemarkStep } from '#casework';
import { AssessmentEntity } from './assessment.entity.js';
import { OrganisationEntity } from './organisation.entity.js';

/** The public page was switched on or off. Never changed; the last word stands, and without one it is off. */
@Entity('public_page_word')
export class PublicPageWordEntity {
  @PrimaryColumn('text') id!: string;
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) position!: string;
  @Column('boolean') sample!: boolean;
  @Column('boolean') isOpen!: boolean;
  /** Who publishes, and under which terms what is published may be used. */
  @Column('text') office!: string;
  @Column('text') licence!: string;
  @Column('text') reason!: string;
  @Column('text') account!: string;
  @Column('text') author!: string;
  @Column('timestamp with time zone', { precision: 3 }) at!: Date;
}

/** A result was put on the public page, or taken from it. Never changed; of a programme and period the last word stands. */
@Entity('public_release')
@Index(['programme', 'period', 'sample'])
export class PublicReleaseEntity {
  @PrimaryColumn('text') id!: string;
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) position!: string;
  @Column('text') programme!: string;
  @Column('text') period!: string;
  @Column('boolean') sample!: boolean;
  @ForeignKey(() => AssessmentEntity, { onDelete: 'RESTRICT' })
  @Column('text')
  assessment!: string;
  @Column('boolean') isReleased!: boolean;
  @Column('text') reason!: string;
  @Column('text') account!: string;
  @Column('text') author!: string;
  @Column('timestamp with time zone', { precision: 3 }) at!: Date;
}

/** 公众意见, as it was sent. Nothing of it is changed but that the contact is forgotten. */
@Entity('public_remark')
@Index(['organisation'])
export class PublicRemarkEntity {
  @PrimaryColumn('text') id!: string;
  @Column('boolean') sample!: boolean;
  @ForeignKey(() => OrganisationEntity, { onDelete: 'RESTRICT' })
  @Column('text')
  organisation!: string;
  @Column('text') kind!: RemarkKind;
  @Column('text') words!: string;
  /** For the office alone. */
  @Column('text', { nullable: true }) contact!: string | null;
  @Column('timestamp with time zone', { precision: 3 }) at!: Date;
}

/** What was done to a remark, in its order. */
@Entity('public_remark_step')
@Index(['remark', 'position'], { unique: true })
export class PublicRemarkStepEntity {
  @PrimaryColumn('text') id!: string;
  @ForeignKey(() => PublicRemarkEntity, { onDelete: 'CASCADE' })
  @Column('text')
  remark!: string;
  @Column('integer') position!: number;
  @Column('text') step!: RemarkStep;
  @Column('text') words!: string;
  @Column('text') account!: string;
  @Column('text') author!: string;
  @Column('timestamp with time zone', { precision: 3 }) at!: Date;
}
