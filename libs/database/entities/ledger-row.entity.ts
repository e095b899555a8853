import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './account.entity.js';
import { AssessmentEntity } from './assessment.entity.js';

/**
 * One row of a ledger over all units of an assessment. What is filtered and sorted by stands in columns named as in the exported
 * row, everything else of that row in `rest`.
 */
@Index(['assessment', 'organisation', 'position'])
export abstract class LedgerRowEntity {
  @ForeignKey(() => AssessmentEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  assessment!: string;
  /** Place in the ledger: unit by unit as they were assessed, within a unit in reading order. */
  @PrimaryColumn('integer') position!: number;
  /** Id of the unit. */
  @Column('text') organisation!: string;
  /** Its name. */
  @Column('text') unit!: string;
  @Column('jsonb') rest!: Record<string, unknown>;
}

@Entity('ledger_document')
@Index(['assessment', 'issuedOn', 'position'])
@Index(['assessment', 'publishedOn', 'position'])
@Index(['assessment', 'deadline', 'position'])
@Index(['assessment', 'workdaysTaken', 'position'])
@Index(['assessment', 'timeliness', 'position'])
@Index(['assessment', 'kind', 'position'])
export class LedgerDocumentEntity extends LedgerRowEntity {
  @Column('text') title!: string;
  @Column('text', { nullable: true }) documentNumber!: string | null;
  @Column('date', { nullable: true }) issuedOn!: string | null;
  @Column('date', { nullable: true }) publishedOn!: string | null;
  @Column('date', { nullable: true }) deadline!: string | null;
  @Column('integer', { nullable: true }) workdaysTaken!: number | null;
  @Column('text') timeliness!: string;
  @Column('text', { name: 'column_name', nullable: true }) column!: string | null;
  @Column('text') kind!: string;
}

@Entity('ledger_interpretation')
@Index(['assessment', 'publishedOn', 'position'])
export class LedgerInterpretationEntity extends LedgerRowEntity {
  @Column('text') title!: string;
  @Column('date', { nullable: true }) publishedOn!: string | null;
  @Column('jsonb') formats!: string[];
  @Column('text', { nullable: true }) policyTitle!: string | null;
  @Column('boolean', { nullable: true }) linksToPolicy!: boolean | null;
  @Column('boolean', { nullable: true }) linkedFromPolicy!: boolean | null;
  @Column('jsonb') elements!: string[];
}

@Entity('ledger_column')
@Index(['assessment', 'key', 'position'])
@Index(['assessment', 'status', 'position'])
@Index(['assessment', 'newestOn', 'position'])
@Index(['assessment', 'itemCount', 'position'])
export class LedgerColumnEntity extends LedgerRowEntity {
  @Column('text') key!: string;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text') status!: string;
  @Column('date', { nullable: true }) newestOn!: string | null;
  @Column('integer') itemCount!: number;
}

@Entity('ledger_catalogue')
export class LedgerCatalogueEntity extends LedgerRowEntity {
  @Column('text') field!: string;
  @Column('text') item!: string;
  @Column('jsonb') missingElements!: string[];
}

@Entity('ledger_annual_report')
@Index(['assessment', 'year', 'position'])
@Index(['assessment', 'publishedOn', 'position'])
@Index(['assessment', 'timeliness', 'position'])
@Index(['assessment', 'parts', 'position'])
export class LedgerAnnualReportEntity extends LedgerRowEntity {
  @Column('integer') year!: number;
  @Column('date', { nullable: true }) publishedOn!: string | null;
  @Column('date', { nullable: true }) deadline!: string | null;
  @Column('text') timeliness!: string;
  @Column('integer', { nullable: true }) parts!: number | null;
  @Column('jsonb') missingParts!: string[];
}

@Entity('ledger_task')
@Index(['assessment', 'dueOn', 'position'])
@Index(['assessment', 'state', 'position'])
export class LedgerTaskEntity extends LedgerRowEntity {
  @Column('text') stage!: string;
  @Column('text') task!: string;
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('text') state!: string;
  @Column('jsonb') provedBy!: string[];
  @Column('date', { name: 'proved_on', nullable: true }) on!: string | null;
}

@Entity('ledger_finding')
@Index(['assessment', 'kind', 'position'])
@Index(['assessment', 'points', 'position'])
@Index(['assessment', 'state', 'position'])
export class LedgerFindingEntity extends LedgerRowEntity {
  @Column('text') kind!: string;
  @Column('text') indicator!: string;
  @Column('text') clause!: string;
  @Column('text') message!: string;
  @Column('numeric') points!: number;
  @Column('text') state!: string;
}

/** That all ledgers of an assessment are there, and how many rows each has. */
@Entity('ledger_made')
export class LedgerMadeEntity {
  @ForeignKey(() => AssessmentEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  assessment!: string;
  @Column('jsonb') counts!: Record<string, number>;
}

/** How many rows of a ledger have one value of what they are counted by, and the same values of all closed sets. */
@Entity('ledger_count')
export class LedgerCountEntity {
  @ForeignKey(() => AssessmentEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  assessment!: string;
  @PrimaryColumn('text') ledger!: string;
  /** Key of a column of days or numbers, or `organisation`. */
  @PrimaryColumn('text') countedBy!: string;
  @PrimaryColumn('integer') place!: number;
  /** Id of the unit, where rows are counted by unit. */
  @Column('text', { nullable: true }) organisation!: string | null;
  /** Null where they have none. */
  @Column('text', { nullable: true }) value!: string | null;
  @Column('jsonb') choices!: Record<string, string | boolean | null>;
  @Column('integer') rows!: number;
}

/** What somebody looks at again and again: filters, order and columns of a ledger under a name. */
@Entity('ledger_view')
@Index(['account', 'ledger', 'name'], { unique: true })
export class LedgerViewEntity {
  /** UUID made by the sender. */
  @PrimaryColumn('text') id!: string;
  @ForeignKey(() => AccountEntity, { onDelete: 'CASCADE' })
  @Column('text')
  account!: string;
  @Column('text') ledger!: string;
  @Column('text') name!: string;
  @Column('jsonb') view!: Record<string, unknown>;
  @Column('timestamp with time zone', { precision: 3 }) savedAt!: Date;
}
