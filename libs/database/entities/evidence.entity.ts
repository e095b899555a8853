import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Capture, FetchOutcome, PageRequest, Revisit, Visit } from '#evidence';
import { RoundEntity } from './round.entity.js';

/** 取证快照：what was asked and what came back; its bytes lie in the blob store under their hash. */
@Entity('capture')
@Index(['round', 'site', 'id'])
@Index(['sha256'])
@Index(['reading'])
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
  @Column('text', { nullable: true }) screenshot!: string | null;
  @Column('bigint') size!: number;
  @Column('text', { nullable: true }) charset!: string | null;
  @Column('text') via!: Capture['via'];
  @Column('text', { nullable: true }) note!: string | null;
  @Column('boolean') unrendered!: boolean;
  /** The capture whose bytes it has, and how that is known (`Revisit`); null where bytes came. */
  @Column('text', { nullable: true }) sameAs!: string | null;
  @Column('text', { nullable: true }) revisit!: Revisit['how'] | null;
  /** Id of what was read of it; null where nothing was, or it was not kept. */
  @Column('text', { nullable: true }) reading!: string | null;
}

/**
 * What was read of a page, so that an unchanged page is not read again. Only a memory: it follows from the bytes, and replay
 * never looks at it.
 */
@Entity('reading')
export class ReadingEntity {
  /** Digest of the bytes, how they came and who read them. */
  @PrimaryColumn('text') id!: string;
  /** JSON, deflated. */
  @Column('bytea') reading!: Buffer;
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
