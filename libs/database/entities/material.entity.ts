import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.js';

/** 上传的文件：a file from people; its bytes lie in the blob store, once however often and under whatever name they are handed in. */
@Entity('uploaded_file')
@Unique(['organisation', 'sha256', 'name'])
export class UploadedFileEntity {
  @PrimaryColumn('text') id!: string;
  @ForeignKey(() => OrganisationEntity, { onDelete: 'RESTRICT' })
  @Column('text')
  organisation!: string;
  @Column('text') sha256!: string;
  /** As `cleanFileName` leaves it. */
  @Column('text') name!: string;
  @Column('text') kind!: string;
  @Column('integer') size!: number;
  /** Of the account or token. */
  @Column('text') uploadedBy!: string;
  /** The name that was signed with. */
  @Column('text') uploader!: string;
  @Column('timestamp with time zone', { precision: 3 }) uploadedAt!: Date;
  /** Since when whoever handed it in wants it no more; it goes with the next clearing. */
  @Column('timestamp with time zone', { precision: 3, nullable: true }) removedAt!: Date | null;
}

/** 草稿：what a unit has filled in and not yet sent. */
@Entity('material_draft')
export class MaterialDraftEntity {
  @ForeignKey(() => OrganisationEntity, { onDelete: 'RESTRICT' })
  @PrimaryColumn('text')
  organisation!: string;
  @PrimaryColumn('text') programme!: string;
  @PrimaryColumn('text') period!: string;
  @PrimaryColumn('text') requirement!: string;
  @Column('jsonb') answers!: unknown;
  /** Counts how often it was saved; who saves names the one that was read. */
  @Column('integer') revision!: number;
  @Column('text') savedBy!: string;
  @Column('text') saver!: string;
  @Column('timestamp with time zone', { precision: 3 }) savedAt!: Date;
}

/** 报送：one version of a unit's material as it was sent; never changed. */
@Entity('material_version')
@Unique('material_version_key', ['organisation', 'programme', 'period', 'requirement', 'version'])
@Index(['programme', 'period'])
export class MaterialVersionEntity {
  @PrimaryColumn('text') id!: string;
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) position!: string;
  @ForeignKey(() => OrganisationEntity, { onDelete: 'RESTRICT' })
  @Column('text')
  organisation!: string;
  @Column('text') programme!: string;
  @Column('text') period!: string;
  @Column('text') requirement!: string;
  @Column('integer') version!: number;
  @Column('jsonb') answers!: unknown;
  @Column('text') sentBy!: string;
  @Column('text') sender!: string;
  @Column('timestamp with time zone', { precision: 3 }) sentAt!: Date;
}

/** 审定：one reviewer's word on one version; never changed, only withdrawn. */
@Entity('material_decision')
@Index(['version'])
export class MaterialDecisionEntity {
  @PrimaryColumn('text') id!: string;
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) position!: string;
  @ForeignKey(() => MaterialVersionEntity, { onDelete: 'RESTRICT' })
  @Column('text')
  version!: string;
  @Column('text') verdict!: string;
  @Column('text', { nullable: true }) grade!: string | null;
  @Column('text') reason!: string;
  @Column('text') decidedBy!: string;
  @Column('text') decider!: string;
  @Column('timestamp with time zone', { precision: 3 }) decidedAt!: Date;
}

@Entity('material_withdrawal')
export class MaterialWithdrawalEntity {
  @ForeignKey(() => MaterialDecisionEntity, { onDelete: 'RESTRICT' })
  @PrimaryColumn('text')
  decision!: string;
  @Column('text') reason!: string;
  @Column('text') withdrawnBy!: string;
  @Column('text') withdrawer!: string;
  @Column('timestamp with time zone', { precision: 3 }) withdrawnAt!: Date;
}
