import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FetchOutcome } from '#evidence';

/** What a site showed as its certificate; instants are ISO 8601 UTC. */
export interface SiteCertificate {
  validFrom: string;
  validTo: string;
  issuer: string;
  problem: 'expired' | 'notYetValid' | 'wrongHost' | 'selfSigned' | 'untrusted' | null;
}

/** 首页访问：our own monitor's visits; a day that is over is kept as an imported log too. */
@Entity('site_visit')
@Index(['at'])
export class SiteVisitEntity {
  @PrimaryColumn('text') url!: string;
  @PrimaryColumn('timestamp with time zone', { precision: 3 }) at!: Date;
  @Column('text') outcome!: FetchOutcome;
  @Column('integer') ms!: number;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('jsonb', { nullable: true }) certificate!: SiteCertificate | null;
}
