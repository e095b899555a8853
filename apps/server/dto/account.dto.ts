import { roles, roleTitles, tokenRoles, type Role, type TokenRole } from '#access';
import type { AccountRow, AuditRow, TokenRow, UnitName } from '#database';
import {
  Absent,
  AbsentChoice,
  Choice,
  Flag,
  Many,
  ManyOrNull,
  One,
  OneOrNull,
  Text,
  TextOrNull,
  Texts,
  Whole,
  field,
} from './fields.js';

export class UnitNameDto implements UnitName {
  @Text() id!: string;
  @Text() name!: string;
}

export class AccountDto {
  @Text() id!: string;
  @Text('账号名') name!: string;
  @Text('姓名') displayName!: string;
  @Choice(roles) role!: Role;
  @Text('角色名称') roleTitle!: string;
  @OneOrNull(() => UnitNameDto, '管辖的单位（含下级）；null 为全部单位') unit!: UnitNameDto | null;
  @Flag('须先修改初始口令') mustChangePassword!: boolean;
  @Flag('已开启两步验证') secondFactor!: boolean;
  @TextOrNull('邮箱；没有填为 null') mail!: string | null;
  @Flag('邮箱已确认，可以收信') mailConfirmed!: boolean;
  @Flag('愿意收信') mailWanted!: boolean;
  @TextOrNull('口令用到何时须更换（UTC）；不限为 null') passwordEnds!: string | null;
}

export class AccountRowDto extends AccountDto {
  @TextOrNull('停用时刻（UTC）；在用为 null') disabledAt!: string | null;
  @Flag('只在示例数据中可用') sample!: boolean;
  @Text('设立时刻（UTC）') createdAt!: string;
  @TextOrNull('统一身份认证的用户标识；没有填，或是别的认证服务的，为 null') subject!: string | null;
}

export class DemoAccountDto {
  @Text() name!: string;
  @Text() password!: string;
  @Text() roleTitle!: string;
  @Text('能做什么') about!: string;
}

export class SessionDto {
  @OneOrNull(() => AccountDto, '登录的账号；没有登录为 null') account!: AccountDto | null;
  @Texts('现有的权限') rights!: string[];
  @Choice(['open', 'signedIn'], 'open：示例数据，不登录也能看；signedIn：须登录') reading!: 'open' | 'signedIn';
  @Flag('本系统能发邮件') mails!: boolean;
  @ManyOrNull(() => DemoAccountDto, '示例账号；不是示例数据为 null') demo!: DemoAccountDto[] | null;
  @Flag('可用统一身份认证登录') provider!: boolean;
  @TextOrNull('刚才用统一身份认证登录为何没有成功；没有为 null') providerFault!: string | null;
}

export class NewErrandDto {
  @Absent('登录后回到本系统的哪一页；缺省为首页') back?: string;
}

export class ErrandDto {
  @Text('到统一身份认证登录的网址') url!: string;
}

export class NewSessionDto {
  @Text('账号名') name!: string;
  @Text('口令') password!: string;
  @Absent('六位验证码；答复 needs 为 code 时须填') code?: string;
}

export class NewPasswordDto {
  @Text('现在的口令') current!: string;
  @Text('新口令') next!: string;
}

export class SecondFactorOfferDto {
  @Text('密钥（base32）') secret!: string;
  @Text('供扫码的 otpauth 地址') uri!: string;
}

export class CodeDto {
  @Text('六位验证码') code!: string;
}

export class MailDto {
  @TextOrNull('邮箱；null 或空为不要') address!: string | null;
  @Flag('愿意收信') wanted!: boolean;
}

export class MailCodeDto {
  @Text('发到邮箱的确认码') code!: string;
}

export class NewAccountDto {
  @Text('账号名') name!: string;
  @Text('姓名') displayName!: string;
  @Choice(roles) role!: Role;
  @TextOrNull('管辖的单位（编号、名称或别名，含下级）；null 为全部；单位用户必填') unit!: string | null;
}

export class OpenedAccountDto {
  @One(() => AccountRowDto) account!: AccountRowDto;
  @Text('初始口令，只显示这一次') firstPassword!: string;
}

export class AccountChangeDto {
  @Absent('姓名') displayName?: string;
  @AbsentChoice(roles) role?: Role;
  @field({ type: String, nullable: true, required: false }, '管辖的单位；null 为全部') unit?: string | null;
  @Absent('停用或启用', { type: Boolean }) disabled?: boolean;
  @field({ type: String, nullable: true, required: false }, '邮箱，由管理员负责核对；null 为不要') mail?: string | null;
  @field({ type: String, nullable: true, required: false }, '统一身份认证的用户标识；null 为不要')
  subject?: string | null;
}

export class FirstPasswordDto {
  @Text('初始口令，只显示这一次') firstPassword!: string;
}

export class TokenRowDto implements Omit<TokenRow, 'sample'> {
  @Text() id!: string;
  @Text('用于何处') name!: string;
  @Choice(tokenRoles) role!: TokenRole;
  @Text('角色名称') roleTitle!: string;
  @OneOrNull(() => UnitNameDto, '管辖的单位（含下级）；null 为全部单位') unit!: UnitNameDto | null;
  @Text('最后一天') expiresOn!: string;
  @Text('设立人') createdBy!: string;
  @Text('设立时刻（UTC）') createdAt!: string;
  @TextOrNull('最近使用时刻（UTC）') usedAt!: string | null;
  @TextOrNull('撤销时刻（UTC）；有效为 null') revokedAt!: string | null;
}

export class NewTokenDto {
  @Text('用于何处') name!: string;
  @Choice(tokenRoles) role!: TokenRole;
  @TextOrNull('管辖的单位；null 为全部；单位用户必填') unit!: string | null;
  @Text('最后一天（YYYY-MM-DD），最长两年') expiresOn!: string;
}

export class OpenedTokenDto extends TokenRowDto {
  @Text('令牌，只显示这一次') token!: string;
}

export class AuditRowDto implements Omit<AuditRow, 'account'> {
  @Text() id!: string;
  @Text('时刻（UTC）') at!: string;
  @Text('账号、令牌或“命令行”') who!: string;
  @TextOrNull() role!: string | null;
  @Text('权限或操作的标识') what!: string;
  @Text('做了什么') sentence!: string;
  @TextOrNull('来访地址') address!: string | null;
  @TextOrNull('浏览器或程序') agent!: string | null;
  @field({ nullable: true, type: 'object', additionalProperties: true }, '此前') before!: unknown;
  @field({ nullable: true, type: 'object', additionalProperties: true }, '此后，不含口令和密钥') after!: unknown;
}

export class AuditPageDto {
  @Many(() => AuditRowDto, '新的在前') rows!: AuditRowDto[];
  @Whole('总数') total!: number;
}

/** @param ends when its password is too old, milliseconds. */
export function describeAccount(row: AccountRow, ends: number | null = null): AccountDto {
  const { id, name, displayName, role, unit, mustChangePassword, secondFactor, mail, mailWanted } = row;
  const about = { id, name, displayName, role, roleTitle: roleTitles[role], unit, mustChangePassword, secondFactor };
  return {
    ...about,
    mail,
    mailConfirmed: row.mailConfirmedAt !== null,
    mailWanted,
    passwordEnds: ends === null ? null : new Date(ends).toISOString(),
  };
}

/** @param issuer of the provider that is set; what another one calls people says nothing. */
export function describeAccountRow(row: AccountRow, issuer: string | null): AccountRowDto {
  const { disabledAt, sample, createdAt } = row;
  const subject = row.providerIssuer === issuer ? row.providerSubject : null;
  return { ...describeAccount(row), disabledAt, sample, createdAt, subject };
}

export function describeToken({ sample: _sample, ...row }: TokenRow): TokenRowDto {
  return { ...row, roleTitle: roleTitles[row.role] };
}
