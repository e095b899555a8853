import { Inject, Injectable, UnauthorizedException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { passwordEnds, rightsInSample, rightsOf, type Right } from '#access';
import type { AccountRow } from '#database';
import { accountOfSession, findToken, isDemoName } from '#operations';
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
    const account = await accountOfSession(stores, id, access.now(), access.idleMinutes * 60_000);
    // What was made among sample data is worth nothing once real ones are there.
    if (account === null || (account.sample && !(await this.context.isOpen()))) return nobody;
    return this.asAccount(account);
  }

  /** When the password of an account is too old, in milliseconds; null where it never is. */
  passwordEnds({ name, passwordSetAt }: AccountRow): number | null {
    return isDemoName(name) ? null : passwordEnds(Date.parse(passwordSetAt), this.context.access.passwordDays);
  }

  /** With an old password nothing is answered but the way to a new one, as with a first one. */
  async asAccount(row: AccountRow): Promise<Principal> {
    const ends = this.passwordEnds(row);
    const isOld = ends !== null && ends <= this.context.access.now().getTime();
    const account = isOld ? { ...row, mustChangePassword: true } : row;
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
    const account = await accountOfSession(stores, id, access.now(), access.idleMinutes * 60_000, false);
    if (account === null || account.unit !== null || (account.sample && !(await this.context.isOpen()))) return false;
    const { rights, account: found } = await this.asAccount(account);
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

/** Gives a browser the id of its session, or takes it away; scripts never see it and other sites never send it. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, id: string | null): void {
  const options = { httpOnly: true, sameSite: 'strict', path: '/', secure: request.protocol === 'https' } as const;
  if (id === null) void reply.clearCookie(cookieName, options);
  else void reply.setCookie(cookieName, id, options);
}
