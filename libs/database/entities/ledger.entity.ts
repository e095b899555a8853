import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.js';

/**
 * What somebody said of a document of a unit's ledger: which page it is (`page`, about an address), or what came of its yearly
 * re-examination (`review`, about a year). Never changed; who thinks better of it adds a word that takes it back.
 */
@Entity('ledger_word')
@Index(['organisation'])
export class LedgerWordEntity {
  @PrimaryColumn('text') id!: string;
  @ForeignKey(() => OrganisationEntity, { onDelete: 'CASCADE' })
  @Column('text')
  organisation!: string;
  /** Names the document over all ledgers of the unit. */
  @Column('text') document!: string;
  @Column('text') kind!: string;
  /** The address, or the year. */
  @Column('text') subject!: string;
  /** `same`, `different`; `kept`, `opened`; `withdrawn`. */
  @Column('text') verdict!: string;
  @Column('text') reason!: string;
  /** What the ledger and the page said then. */
  @Column('jsonb') said!: object;
  @Column('text') account!: string;
  @Column('text') author!: string;
  @Column('timestamp with time zone', { precision: 3 }) at!: Date;
}
