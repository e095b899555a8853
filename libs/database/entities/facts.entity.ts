import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FetchOutcome } from '#evidence';
import type {
  ColumnFact,
  ColumnKey,
  DocumentFact,
  InterpretationElement,
  InterpretationFact,
  InterpretationFormat,
  NamedLink,
  SiteFacts,
} from '#facts';
import { RoundEntity } from './round.entity.js';

/** All facts of one site in one round as one value: what assessments and their replay read. */
@Entity('site_facts')
export class SiteFactsEntity {
  @ForeignKey(() => RoundEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  round!: string;
  @PrimaryColumn('text') site!: string;
  /** `pinsDigest` of the pins under which they were put together. */
  @PrimaryColumn('text', { default: '' }) pins!: string;
  @Column('jsonb') facts!: SiteFacts;
  @Column('timestamptz', { default: () => 'now()' }) savedAt!: Date;
}

/** Base of the tables that hold the same facts row by row, for ledgers and questions across sites. */
abstract class SiteFactRow {
  @ForeignKey(() => RoundEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  round!: string;
  @PrimaryColumn('text') site!: string;
  /** Place in the site's facts. */
  @PrimaryColumn('integer') position!: number;
}

@Entity('document')
@Index(['round', 'publishedOn'])
export class DocumentEntity extends SiteFactRow {
  @Column('text') url!: string;
  @Column('text') kind!: DocumentFact['kind'];
  @Column('text') title!: string;
  @Column('text', { nullable: true }) documentNumber!: string | null;
  @Column('text', { nullable: true }) indexNumber!: string | null;
  @Column('date', { nullable: true }) issuedOn!: string | null;
  @Column('text', { nullable: true }) issuedOnSource!: string | null;
  @Column('date', { nullable: true }) publishedOn!: string | null;
  @Column('text', { nullable: true }) publishedOnSource!: string | null;
  @Column('text', { nullable: true }) issuer!: string | null;
  @Column('text', { nullable: true }) validity!: string | null;
  @Column('text', { nullable: true }) columnKey!: ColumnKey | null;
  @Column('text', { nullable: true }) columnName!: string | null;
  @Column('jsonb') attachments!: NamedLink[];
  @Column('text') capture!: string;
}

@Entity('interpretation')
export class InterpretationEntity extends SiteFactRow {
  @Column('text') url!: string;
  @Column('text') title!: string;
  @Column('date', { nullable: true }) publishedOn!: string | null;
  @Column('jsonb') formats!: InterpretationFormat[];
  @Column('jsonb') elements!: InterpretationElement[];
  @Column('jsonb', { nullable: true }) policy!: InterpretationFact['policy'];
  @Column('boolean') linksToPolicy!: boolean;
  @Column('boolean') linkedFromPolicy!: boolean;
  @Column('text', { nullable: true }) columnName!: string | null;
  @Column('text') capture!: string;
}

@Entity('column_fact')
export class ColumnFactEntity extends SiteFactRow {
  @Column('text') key!: ColumnKey;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text', { nullable: true }) url!: string | null;
  @Column('text') state!: ColumnFact['state'];
  @Column('text', { nullable: true }) outcome!: FetchOutcome | null;
  @Column('date', { nullable: true }) newestOn!: string | null;
  @Column('integer') itemCount!: number;
  @Column('boolean') complete!: boolean;
  @Column('text', { nullable: true }) capture!: string | null;
}

@Entity('annual_report')
export class AnnualReportEntity extends SiteFactRow {
  @Column('integer') year!: number;
  @Column('text') url!: string;
  @Column('text') title!: string;
  @Column('date', { nullable: true }) publishedOn!: string | null;
  @Column('jsonb') parts!: number[];
  @Column('text') capture!: string;
}

@Entity('catalogue_item')
export class CatalogueItemEntity extends SiteFactRow {
  @Column('text') field!: string;
  @Column('text') item!: string;
  @Column('jsonb') elements!: Record<string, string>;
  @Column('text') url!: string;
  @Column('text') capture!: string;
}
