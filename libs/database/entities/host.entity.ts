import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FetchOutcome } from '#evidence';
import type { OpenHours } from '#kernel';

/** 主机：its name with the port where it is not the usual one, how it is doing, and what is set for it now. */
@Entity('host')
export class HostEntity {
  @PrimaryColumn('text') name!: string;
  /** Requests under way: until when each is held to be alive, milliseconds since 1970 by the database's clock. */
  @Column('jsonb', { default: {} }) leases!: Record<string, number>;
  @Column('timestamp with time zone', { default: '-infinity' }) nextAt!: Date | string;
  @Column('integer', { default: 0 }) slowedMs!: number;
  @Column('integer', { default: 0 }) good!: number;
  @Column('integer', { default: 0 }) failures!: number;
  @Column('integer', { default: 0 }) rests!: number;
  @Column('text', { nullable: true }) trouble!: FetchOutcome | null;
  @Column('timestamp with time zone', { nullable: true }) troubleSince!: Date | string | null;
  @Column('timestamp with time zone', { nullable: true }) pausedUntil!: Date | string | null;
  @Column('timestamp with time zone', { nullable: true }) givenUpUntil!: Date | string | null;
  @Column('integer', { default: 0 }) givenUpTimes!: number;
  /** As the newest rule says. */
  @Column('integer', { nullable: true }) intervalMs!: number | null;
  @Column('integer', { nullable: true }) perHost!: number | null;
  @Column('jsonb', { nullable: true }) hours!: OpenHours | null;
  /** When it was last asked for anything. */
  @Column('timestamp with time zone', { nullable: true }) askedAt!: Date | string | null;
}

/** What a person set for a host; the newest counts. Written once, never changed. */
@Entity('host_rule')
@Index(['host', 'position'])
export class HostRuleEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') host!: string;
  @Column('integer', { nullable: true }) intervalMs!: number | null;
  @Column('integer', { nullable: true }) perHost!: number | null;
  @Column('jsonb', { nullable: true }) hours!: OpenHours | null;
  /** That the host was to be asked again at once. */
  @Column('boolean') resumed!: boolean;
  @Column('text') author!: string;
  @Column('text') reason!: string;
  @Column('timestamp with time zone', { precision: 3 }) createdAt!: Date | string;
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) position!: string;
}

/** A path that may be asked for although robots.txt does not allow it, and who allowed it. Written once, never changed. */
@Entity('host_permission')
@Index(['host', 'position'])
export class HostPermissionEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') host!: string;
  @Column('text') path!: string;
  @Column('text') author!: string;
  @Column('text') reason!: string;
  /** Last day on which it holds. */
  @Column('date') until!: string;
  @Column('timestamp with time zone', { precision: 3 }) createdAt!: Date | string;
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) position!: string;
}

/** That a permission was taken back, by whom and why. Written once, never changed. */
@Entity('host_permission_withdrawal')
export class HostPermissionWithdrawalEntity {
  @ForeignKey(() => HostPermissionEntity, { onDelete: 'RESTRICT' })
  @PrimaryColumn('text')
  permission!: string;
  @Column('text') author!: string;
  @Column('text') reason!: string;
  @Column('timestamp with time zone', { precision: 3 }) createdAt!: Date | string;
}
