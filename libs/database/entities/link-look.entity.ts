import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FetchOutcome } from '#evidence';
import type { FaultyLink, LinkLook, LinkLog, LinkPlace } from '#facts';

/** 链接检查：one look at where a link of a site leads. What scores use is kept as a log beside it. */
@Entity('link_look')
@Index(['site', 'url', 'at'])
export class LinkLookEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') site!: string;
  @Column('text') url!: string;
  @Column('timestamp with time zone', { precision: 3 }) at!: Date | string;
  @Column('text') outcome!: FetchOutcome;
  @Column('integer', { nullable: true }) status!: number | null;
  @Column('text', { nullable: true }) became!: LinkLook['became'];
  @Column('boolean') cutOff!: boolean;
  @Column('jsonb') words!: string[];
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  /** Text of the link, and the page on which it stands, as the round kept it. */
  @Column('text') linkText!: string;
  @Column('text') place!: LinkPlace;
  @Column('text') page!: string;
  @Column('text') pageCapture!: string;
  @Column('text') round!: string;
  @Column('text') finalUrl!: string;
  @Column('jsonb') redirects!: string[];
  @Column('jsonb') headers!: Record<string, string>;
  /** Of the target's page in the blob store, kept where it became something else. */
  @Column('text', { nullable: true }) sha256!: string | null;
  @Column('bigint') size!: number;
}

/** How the links of a site stood when they were last looked at: what lists show. */
@Entity('link_standing')
export class LinkStandingEntity {
  @PrimaryColumn('text') site!: string;
  @Column('timestamp with time zone', { precision: 3 }) at!: Date | string;
  @Column('jsonb') links!: LinkLog['links'];
  @Column('jsonb') alive!: LinkLog['alive'];
  @Column('jsonb') faulty!: FaultyLink[];
}
