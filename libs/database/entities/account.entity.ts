import type { Role, TokenRole } from '#access';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.js';

/** 账号：who may sign in, as what, for which part of the tree of units. */
@Entity('account')
@Unique(['name'])
@Unique(['providerIssuer', 'providerSubject'])
export class AccountEntity {
  @PrimaryColumn('text') id!: string;
  /** As `accountName` writes it. */
  @Column('text') name!: string;
  @Column('text') displayName!: string;
  @Column('text') role!: Role;
  /** With all units below it; null for all units. */
  @ForeignKey(() => OrganisationEntity, { onDelete: 'RESTRICT' })
  @Column('text', { nullable: true })
  unit!: string | null;
  /** Argon2id in its own notation. */
  @Column('text') passwordHash!: string;
  @Column('boolean') mustChangePassword!: boolean;
  /** In base32; pending until a code of it was given. */
  @Column('text', { nullable: true }) secondFactor!: string | null;
  @Column('text', { nullable: true }) pendingFactor!: string | null;
  /** The step of time of the last code that counted. */
  @Column('bigint', { nullable: true }) lastStep!: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) disabledAt!: Date | null;
  /** Made while all data were those of a sample; worth nothing once real ones are there. */
  @Column('boolean') sample!: boolean;
  @Column('timestamp with time zone', { precision: 3 }) createdAt!: Date;
  /** Mail reaches it once it was confirmed, by a code sent there or by who keeps the accounts. */
  @Column('text', { nullable: true }) mail!: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) mailConfirmedAt!: Date | null;
  /** SHA-256 of the code that was sent. */
  @Column('text', { nullable: true }) mailCode!: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) mailCodeAt!: Date | null;
  @Column('boolean', { default: true }) mailWanted!: boolean;
  /** When the password was chosen. */
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) passwordSetAt!: Date;
  /** Whom a provider of single sign-on knows the person as; an administrator writes it down. */
  @Column('text', { nullable: true }) providerIssuer!: string | null;
  @Column('text', { nullable: true }) providerSubject!: string | null;
}

/** A session by the SHA-256 of the id that only its browser knows. */
@Entity('session')
@Index(['account'])
export class SessionEntity {
  @PrimaryColumn('text') hash!: string;
  @ForeignKey(() => AccountEntity, { onDelete: 'CASCADE' })
  @Column('text')
  account!: string;
  @Column('timestamp with time zone', { precision: 3 }) createdAt!: Date;
  @Column('timestamp with time zone', { precision: 3 }) seenAt!: Date;
  /** A provider of single sign-on vouched for who opened it, and no password was given. */
  @Column('boolean', { default: false }) byProvider!: boolean;
}

/** Failures to sign in under a name or from an address, known or not. */
@Entity('sign_in_attempt')
export class SignInAttemptEntity {
  /** `name …` or `address …`. */
  @PrimaryColumn('text') key!: string;
  @Column('integer') failures!: number;
  @Column('timestamp with time zone', { precision: 3 }) since!: Date;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) lockedUntil!: Date | null;
}

/** 接口令牌：another program's way in, by the SHA-256 of its secret. */
@Entity('api_token')
@Unique(['hash'])
export class ApiTokenEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') name!: string;
  @Column('text') hash!: string;
  @Column('text') role!: TokenRole;
  @ForeignKey(() => OrganisationEntity, { onDelete: 'RESTRICT' })
  @Column('text', { nullable: true })
  unit!: string | null;
  /** The last day on which it holds. */
  @Column('date') expiresOn!: string;
  /** Name of the account that made it. */
  @Column('text') createdBy!: string;
  @Column('timestamp with time zone', { precision: 3 }) createdAt!: Date;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) usedAt!: Date | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) revokedAt!: Date | null;
  @Column('boolean') sample!: boolean;
}

/** 操作记录：a line of the trail. The database itself forbids to change one, and to remove one that is not old. */
@Entity('audit_entry')
@Index(['at'])
export class AuditEntryEntity {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column('timestamp with time zone', { precision: 3 }) at!: Date;
  @Column('text', { nullable: true }) account!: string | null;
  /** Name of the account or token, as typed where nobody of that name is known. */
  @Column('text') who!: string;
  @Column('text', { nullable: true }) role!: string | null;
  @Column('text') what!: string;
  @Column('text') sentence!: string;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { nullable: true }) agent!: string | null;
  @Column('jsonb', { nullable: true }) before!: unknown;
  @Column('jsonb', { nullable: true }) after!: unknown;
}
