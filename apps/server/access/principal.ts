import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Role, TokenRole, Right } from '#access';
import type { AccountRow } from '#database';
import type { Doer } from '#operations';

/** Who asks: somebody signed in, another program by its token, or nobody we know. */
export interface Principal {
  kind: 'account' | 'token' | 'nobody';
  /** Of the account or token; null for nobody. */
  id: string | null;
  name: string;
  role: Role | TokenRole | null;
  rights: readonly Right[];
  /** Ids of the units that may be seen; null for all. */
  units: readonly string[] | null;
  account: AccountRow | null;
  /** Made among sample data. */
  sample: boolean;
}

const principals = new WeakMap<FastifyRequest, Principal>();

export function setPrincipal(request: FastifyRequest, principal: Principal): void {
  principals.set(request, principal);
}

/** @throws Error when the guard has not looked at the request. */
export function principalOf(request: FastifyRequest): Principal {
  const principal = principals.get(request);
  if (!principal) throw new Error('nobody looked at who asks');
  return principal;
}

export const Asker = createParamDecorator((_: unknown, context: ExecutionContext) =>
  principalOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Ids of the units that whoever asks may see; null for all. */
export const VisibleUnits = createParamDecorator(
  (_: unknown, context: ExecutionContext) => principalOf(context.switchToHttp().getRequest<FastifyRequest>()).units,
);

/** Who signs for what is written down: nobody signs with another's name. */
export function authorOf({ account, kind, name }: Principal): string {
  return account?.displayName ?? (kind === 'token' ? `令牌：${name}` : name);
}

/** As the trail names whoever asks. */
export function doerOf(request: FastifyRequest, { id, kind, name, role }: Principal): Doer {
  return {
    account: id,
    who: kind === 'token' ? `令牌：${name}` : kind === 'nobody' ? '未登录' : name,
    role,
    address: request.ip,
    agent: request.headers['user-agent'] ?? null,
  };
}
