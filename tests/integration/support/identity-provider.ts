import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';

/** What a test has the provider do otherwise; absent members leave it as it should be. */
export interface Twist {
  claims?: (usual: JWTPayload) => JWTPayload;
  /** Signs with a key that is not among its public ones, or not at all. */
  signs?: 'otherKey' | 'not';
  metadata?: Record<string, unknown>;
  /** In place of its answer at a path; `silence` gives none. */
  answers?: Record<string, 'silence' | { status: number; body: string; headers?: Record<string, string> }>;
}

/** A provider of OpenID Connect that signs in whomever it is told to: real keys, codes that are spent once, PKCE, a client with a secret. */
export interface IdentityProvider {
  issuer: string;
  client: { id: string; secret: string };
  twist: Twist;
  /** Paths that were asked for. */
  asked: string[];
  /** What a browser brings back when that person signed in at this address. */
  signIn(url: string, subject: string): URL;
  close(): Promise<void>;
}

interface Grant {
  subject: string;
  nonce: string | null;
  challenge: string | null;
  comesBack: string;
}

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const [own, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' };
  const client = { id: 'mingjing', secret: 'client-secret-of-the-test' };
  const grants = new Map<string, Grant>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const provider: IdentityProvider = {
    ...{ issuer, client, twist: {}, asked: [] },
    signIn(address, subject) {
      const { searchParams: query } = new URL(address);
      const [code, comesBack] = [randomUUID(), query.get('redirect_uri') ?? ''];
      grants.set(code, { subject, nonce: query.get('nonce'), challenge: query.get('code_challenge'), comesBack });
      const back = new URL(comesBack);
      back.search = new URLSearchParams({ code, state: query.get('state') ?? '', iss: issuer }).toString();
      return back;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };

  async function token(form: URLSearchParams, authorization: string | undefined): Promise<[number, unknown]> {
    // RFC 6749, 2.3.1: name and secret are encoded as in a form first.
    const given = Buffer.from(authorization?.replace(/^Basic /, '') ?? '', 'base64')
      .toString()
      .split(':');
    const [, secret] = authorization === undefined ? [] : given.map(decodeURIComponent);
    if ((secret ?? form.get('client_secret')) !== client.secret) return [401, { error: 'invalid_client' }];
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!grant || grant.challenge !== challenge || grant.comesBack !== form.get('redirect_uri'))
      return [400, { error: 'invalid_grant' }];
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: issuer, aud: client.id, sub: grant.subject, nonce: grant.nonce, iat: now, exp: now + 60 };
    const claims = provider.twist.claims?.(usual) ?? usual;
    const signed = new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'own' });
    const { signs } = provider.twist;
    const idToken =
      signs === 'not'
        ? new UnsecuredJWT(claims).encode()
        : await signed.sign(signs === 'otherKey' ? other.privateKey : own.privateKey);
    return [200, { access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: idToken }];
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', issuer);
    provider.asked.push(pathname);
    const twisted = provider.twist.answers?.[pathname];
    if (twisted === 'silence') return;
    const json = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (twisted) response.writeHead(twisted.status, twisted.headers).end(twisted.body);
    else if (pathname === '/.well-known/openid-configuration')
      json(200, {
        ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
        ...{ jwks_uri: `${issuer}/jwks`, response_types_supported: ['code'], subject_types_supported: ['public'] },
        ...{ id_token_signing_alg_values_supported: ['RS256'], authorization_response_iss_parameter_supported: true },
        ...provider.twist.metadata,
      });
    else if (pathname === '/jwks') json(200, { keys: [jwk] });
    else if (pathname === '/token')
      json(...(await token(new URLSearchParams(await bodyOf(request)), request.headers.authorization)));
    else if (pathname === '/authorize') {
      const subject = new URL(request.url ?? '/', issuer).searchParams.get('login_as');
      const here = `${issuer}${request.url ?? ''}`;
      if (subject !== null) response.writeHead(302, { location: provider.signIn(here, subject).href }).end();
      else
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end(
            `<!doctype html><html lang="zh"><title>统一身份认证</title><h1>统一身份认证</h1>${['u-1001', 'u-9999']
              .map((one) => `<p><a href="${here.replaceAll('&', '&amp;')}&amp;login_as=${one}">以 ${one} 登录</a></p>`)
              .join('')}</html>`,
          );
    } else response.writeHead(404).end();
  }
  return provider;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
