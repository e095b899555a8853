import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SiteLookColumn } from '../stores.js';

/** The programme that an office goes by; one for real units, one for the sample. */
@Entity('chosen_programme')
export class ChosenProgrammeEntity {
  @PrimaryColumn('boolean') sample!: boolean;
  @Column('text') programme!: string;
  @Column('text') chosenBy!: string;
  @Column('timestamp with time zone', { precision: 3 }) chosenAt!: Date;
}

/** What a site's home page showed when somebody looked at it last, before or between rounds. Nothing is scored by it. */
@Entity('site_look')
export class SiteLookEntity {
  @PrimaryColumn('text') site!: string;
  @Column('text') outcome!: string;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text', { nullable: true }) siteName!: string | null;
  /** Addresses that were read. */
  @Column('jsonb') pages!: string[];
  @Column('jsonb') columns!: SiteLookColumn[];
  @Column('boolean') needsBrowser!: boolean;
  @Column('text') lookedBy!: string;
  @Column('timestamp with time zone', { precision: 3 }) lookedAt!: Date;
}
