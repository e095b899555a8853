import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 单位：the name is what people know it by, the id what everything else refers to. */
@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { unique: true }) name!: string;
  @Column('jsonb') aliases!: string[];
  @Column('text') level!: string;
  @Column('text') category!: string;
  @Column('text', { nullable: true }) parent!: string | null;
  /** Address of the home page of its site. */
  @Column('text', { nullable: true }) site!: string | null;
  @Column('jsonb') extra!: Record<string, string>;
  @Column('boolean') sample!: boolean;
  /** Order of the sheet it came with. */
  @Column('integer') position!: number;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
}

/** 网站：one home page; several units may share it. */
@Entity('site')
export class SiteEntity {
  /** `siteId(url)`. */
  @PrimaryColumn('text') id!: string;
  @Column('text', { unique: true }) url!: string;
}
