import { Inject, Injectable, UnauthorizedException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { passwordEnds, rightsInSample, rightsOf, type Right } from '#access';
import type { AccountRow } from '#database';
import { accountOfSession, closeSession, findToken, isDemoName, openSession } from '#operations';
import { ServerContext } from '../server-context.js';
import type { Principal } from './principal.js';

export const cookieName = 'mingjing_session';

const nobody: Principal = {
  ...{ kind: 'nobody', id: null, name: '', role: null, rights: [], units: null, account: null, sample: false },
};

/** Finds out who asks, by the cookie of a session or by a token. */
@Injectable()
export class Identify {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  /** @throws UnauthorizedException for a token that does not hold. */
  async of(request: FastifyRequest): Promise<Principal> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.byToken(authorization);
    const id = request.cookies[cookieName];
    if (id === undefined || id === '' || id.length > 100) return nobody;
    const { stores, access } = this.context;
    const session = await accountOfSession(stores, id, access.now(), access.idleMinutes * 60_000);
    return session !== null && (await this.stillCounts(session))
      ? this.asAccount(session.account, session.byProvider)
      : nobody;
  }

  /** When the password of an account is too old, in milliseconds; null where it never is. */
  passwordEnds({ name, passwordSetAt }: AccountRow): number | null {
    return isDemoName(name) ? null : passwordEnds(Date.parse(passwordSetAt), this.context.access.passwordDays);
  }

  /** Not so what was made among sample data once real ones are there, nor what a provider vouched for that is set no more. */
  private async stillCounts({ account, byProvider }: { account: AccountRow; byProvider: boolean }): Promise<boolean> {
    if (byProvider && this.context.provider === null) return false;
    return !account.sample || (await this.context.isOpen());
  }

  /**
   * With an old password nothing is answered but the way to a new one, as with a first one.
   * @param byProvider whether no password was given, but a provider vouched for the person.
   */
  async asAccount(row: AccountRow, byProvider = false): Promise<Principal> {
    const ends = this.passwordEnds(row);
    const isOld = ends !== null && ends <= this.context.access.now().getTime();
    const account = { ...row, mustChangePassword: !byProvider && (isOld || row.mustChangePassword) };
    const { id, name, role } = account;
    return {
      kind: 'account',
      id,
      name,
      role,
      rights: rightsOf(role),
      units: await this.unitsOf(account.unit),
      account,
      sample: account.sample,
    };
  }

  /**
   * Whether whoever began a long answer may still have it, about all units at once: not when he signed out, his session ended or
   * his token was revoked, or he is no more what he was. To look is no use of the session.
   */
  async stillMay(request: FastifyRequest, right: Right): Promise<boolean> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const principal = await this.byToken(authorization).catch(() => null);
      return principal !== null && principal.units === null && principal.rights.includes(right);
    }
    const { stores, access } = this.context;
    const id = request.cookies[cookieName];
    if (id === undefined) return rightsInSample.includes(right) && (await this.context.isOpen());
    const session = await accountOfSession(stores, id, access.now(), access.idleMinutes * 60_000, false);
    if (session === null || session.account.unit !== null || !(await this.stillCounts(session))) return false;
    const { rights, account: found } = await this.asAccount(session.account, session.byProvider);
    return rights.includes(right) && found?.mustChangePassword === false;
  }

  private async byToken(authorization: string): Promise<Principal> {
    const text = /^Bearer ([\w-]{1,100})$/i.exec(authorization)?.[1];
    const { stores, access } = this.context;
    const token = text === undefined ? null : await findToken(stores, text, access.now());
    if (token === null || (token.sample && !(await this.context.isOpen())))
      throw new UnauthorizedException('接口令牌无效、已撤销或已过期');
    const { id, name, role } = token;
    return {
      kind: 'token',
      id,
      name,
      role,
      rights: rightsOf(role),
      units: await this.unitsOf(token.unit),
      account: null,
      sample: token.sample,
    };
  }

  private unitsOf(unit: { id: string } | null): Promise<readonly string[] | null> {
    return unit === null ? Promise.resolve(null) : this.context.stores.scopes.unitsUnder(unit.id);
  }
}

/** A session with a new id; what the browser had before is worth nothing. */
export async function beginSession(
  { stores, access }: ServerContext,
  { account, byProvider = false, before }: { account: AccountRow; byProvider?: boolean; before: string | null },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  if (before !== null && before.length <= 100) await closeSession(stores, before);
  setSessionCookie(request, reply, await openSession(stores, account.id, access.now(), byProvider));
}

/** Gives a browser the id of its session, or takes it away; scripts never see it and other sites never send it. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, id: string | null): void {
  const options = { httpOnly: true, sameSite: 'strict', path: '/', secure: request.protocol === 'https' } as const;
  if (id === null) void reply.clearCookie(cookieName, options);
  else void reply.setCookie(cookieName, id, options);
}
