import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Capture, FetchOutcome, PageRequest, Visit } from '#evidence';
import { RoundEntity } from './round.entity.js';

/** 取证快照：what was asked and what came back; its bytes lie in the blob store under their hash. */
@Entity('capture')
@Index(['round', 'site', 'id'])
@Index(['sha256'])
export class CaptureEntity {
  @PrimaryColumn('text') id!: string;
  @ForeignKey(() => RoundEntity, { onDelete: 'CASCADE' })
  @Column('text')
  round!: string;
  @Column('text') site!: string;
  @Column('jsonb') request!: PageRequest;
  @Column('jsonb') visit!: Visit;
  @Column('text') finalUrl!: string;
  @Column('jsonb') redirects!: string[];
  @Column('timestamp with time zone', { precision: 3 }) fetchedAt!: Date | string;
  @Column('text') outcome!: FetchOutcome;
  @Column('integer', { nullable: true }) status!: number | null;
  @Column('jsonb') headers!: Record<string, string>;
  @Column('text', { nullable: true }) sha256!: string | null;
  @Column('bigint') size!: number;
  @Column('text', { nullable: true }) charset!: string | null;
  @Column('text') via!: Capture['via'];
  @Column('text', { nullable: true }) note!: string | null;
  @Column('boolean') unrendered!: boolean;
}

/** What was found on a site in a round and is to be visited; what has a capture was. Written once, never changed. */
@Entity('frontier')
@Index(['round', 'site', 'position'])
export class FrontierEntity {
  @ForeignKey(() => RoundEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  round!: string;
  @PrimaryColumn('text') site!: string;
  /** Id of the capture that the visit will leave. */
  @PrimaryColumn('text') capture!: string;
  @Column('jsonb') request!: PageRequest;
  @Column('jsonb') visit!: Visit;
  /** Order in which it was found. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) position!: string;
}
