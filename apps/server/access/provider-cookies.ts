import type { FastifyReply, FastifyRequest } from 'fastify';
import { closeErrand, errandMs, openErrand, type Errand } from '#operations';
import type { ServerContext } from '../server-context.js';

const errandCookie = 'mingjing_errand';
const faultCookie = 'mingjing_errand_fault';
const aboutFault = 'provider fault';
const maxAge = errandMs / 1000;

/** What a browser is about while it is with the provider, closed; it comes back from another site, so the cookie must be lax. */
export function setErrand(
  { access }: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  errand: Errand | null,
): void {
  set(request, reply, errandCookie, errand && closeErrand(errand, access.seal), {
    sameSite: 'lax',
    path: '/api/v1/session/provider',
  });
}

/** Null where the browser was not sent by us, or too long ago. */
export function errandOf({ access }: ServerContext, request: FastifyRequest): Errand | null {
  const closed = request.cookies[errandCookie];
  return closed === undefined ? null : openErrand(closed, access.seal, access.now());
}

/** What the sign-in page tells of the last errand. */
export function setFault(
  { access }: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  told: string | null,
): void {
  set(request, reply, faultCookie, told && access.seal.close(told, aboutFault), {
    sameSite: 'strict',
    path: '/api/v1/session',
  });
}

export function faultOf({ access }: ServerContext, request: FastifyRequest): string | null {
  const closed = request.cookies[faultCookie];
  return closed === undefined ? null : access.seal.open(closed, aboutFault);
}

function set(
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  value: string | null,
  where: { sameSite: 'lax' | 'strict'; path: string },
): void {
  const options = { httpOnly: true, secure: request.protocol === 'https', ...where };
  if (value !== null) void reply.setCookie(name, value, { ...options, maxAge });
  else if (request.cookies[name] !== undefined) void reply.clearCookie(name, options);
}
