import * as oidc from 'openid-client';
import { Agent, request } from 'undici';
import { NetworkPolicy } from '#crawlers';
import { BadSettings, type Settings } from '#kernel';

/** What a browser keeps for us while it is with the provider. */
export interface Begun {
  state: string;
  nonce: string;
  /** Of PKCE: its hash went out with the browser, and only who has it can spend the code. */
  verifier: string;
}

/** 统一身份认证 by OpenID Connect: the authorization code with PKCE, state and nonce. */
export interface Provider {
  issuer: string;
  /** Where it sends browsers back to; nothing else may be registered with it. */
  comesBack: string;
  /** Where a browser signs in. @throws ProviderFault */
  begin(): Promise<{ url: string; begun: Begun }>;
  /**
   * Whom the provider vouches for, by the query of the address it sent the browser back with: the subject of an ID token that
   * its key signed, for us, for this sign-in, and that holds now.
   * @throws ProviderFault
   */
  finish(query: URLSearchParams, begun: Begun): Promise<string>;
}

export type ProviderFaultKind = 'denied' | 'spent' | 'refusesUs' | 'away' | 'wrong';

/** Why nobody signs in by the provider now; what it said itself is for the log alone. */
export class ProviderFault extends Error {
  constructor(
    readonly kind: ProviderFaultKind,
    cause: unknown,
  ) {
    super(kind, { cause });
  }
}

export type ProviderSettings = Partial<
  Pick<
    Settings,
    | 'MINGJING_OIDC_ISSUER'
    | 'MINGJING_OIDC_CLIENT_ID'
    | 'MINGJING_OIDC_CLIENT_SECRET'
    | 'MINGJING_ADDRESS'
    | 'MINGJING_ALLOW_NETWORKS'
  >
>;

export const comesBackTo = '/api/v1/session/provider/callback';

const usualPatienceMs = 10_000;
/** What the provider says of itself is asked for again after so long. */
const knownForMs = 3_600_000;
const longestAnswer = 256 * 1024;
const longestSubject = 255;

/**
 * The provider of the settings; null where none is set. It is reached under the network rules of a crawl, by https only outside of the
 * networks that the office itself has opened, and no redirect of it is followed.
 * @throws BadSettings where its address may not be reached.
 */
export function openProvider(settings: ProviderSettings, patienceMs = usualPatienceMs): Provider | null {
  const { MINGJING_OIDC_ISSUER, MINGJING_OIDC_CLIENT_ID, MINGJING_OIDC_CLIENT_SECRET, MINGJING_ADDRESS } = settings;
  if (!MINGJING_OIDC_ISSUER || !MINGJING_OIDC_CLIENT_ID || !MINGJING_OIDC_CLIENT_SECRET || !MINGJING_ADDRESS)
    return null;
  const issuer = new URL(MINGJING_OIDC_ISSUER);
  const policy = new NetworkPolicy(settings.MINGJING_ALLOW_NETWORKS);
  const isPlain = issuer.protocol === 'http:';
  const refusal = refusalOf(issuer.href, policy);
  if (refusal !== null)
    throw new BadSettings([
      {
        where: '设置 MINGJING_OIDC_ISSUER',
        what: refusal,
        accepted: 'https 地址；内网的认证服务须把其网段写入 MINGJING_ALLOW_NETWORKS',
      },
    ]);
  const client = { id: MINGJING_OIDC_CLIENT_ID, auth: authBy(MINGJING_OIDC_CLIENT_SECRET) };
  const comesBack = new URL(comesBackTo, MINGJING_ADDRESS).href;
  let known: { since: number; config: Promise<oidc.Configuration> } | null = null;

  async function discover(): Promise<oidc.Configuration> {
    return oidc.discovery(issuer, client.id, {}, client.auth, {
      timeout: patienceMs / 1000,
      [oidc.customFetch]: boundedFetch(policy, patienceMs),
      // A code that came over TLS needs no signature by the standard; a proxy in between should not be able to name people.
      execute: [oidc.enableNonRepudiationChecks, ...(isPlain ? [oidc.allowInsecureRequests] : [])],
    });
  }

  function config(): Promise<oidc.Configuration> {
    if (known !== null && Date.now() - known.since < knownForMs) return known.config;
    const asked = { since: Date.now(), config: discover() };
    known = asked;
    asked.config.catch(() => (known = known === asked ? null : known));
    return asked.config;
  }

  return {
    issuer: MINGJING_OIDC_ISSUER,
    comesBack,
    async begin() {
      const begun = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
      const parameters = {
        ...{ redirect_uri: comesBack, scope: 'openid', state: begun.state, nonce: begun.nonce },
        code_challenge: await oidc.calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
      };
      const url = await config()
        .then((known) => oidc.buildAuthorizationUrl(known, parameters).href)
        .catch(tell);
      return { url, begun };
    },
    async finish(query, { state, nonce, verifier }) {
      const address = new URL(comesBack);
      address.search = query.toString();
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      const tokens = await config()
        .then((known) => oidc.authorizationCodeGrant(known, address, checks))
        .catch(tell);
      const subject = tokens.claims()?.sub ?? '';
      if (subject === '' || subject.length > longestSubject || /\p{Cc}/u.test(subject))
        throw new ProviderFault('wrong', `sub: ${subject.slice(0, 20)}`);
      return subject;
    },
  };
}

/** In the body where the provider says that it takes that, else in the head, as the standard has it. */
function authBy(secret: string): oidc.ClientAuth {
  const [inBody, inHead] = [oidc.ClientSecretPost(secret), oidc.ClientSecretBasic(secret)];
  return (server, ...rest) =>
    (server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ? inBody : inHead)(server, ...rest);
}

/** Why we do not ask there, or null: what goes there is secret, so without encryption only within networks that were opened. */
function refusalOf(url: string, policy: NetworkPolicy): string | null {
  const isPlain = URL.canParse(url) && new URL(url).protocol === 'http:';
  return policy.refusal(url) ?? (isPlain && !policy.opens(url) ? '须用 https' : null);
}

/** Answers that are small, from addresses that the policy permits. */
function boundedFetch(policy: NetworkPolicy, patienceMs: number): oidc.CustomFetch {
  return async (url, { method, headers, body, signal }) => {
    const refusal = refusalOf(url, policy);
    if (refusal !== null) throw new Error(refusal);
    const dispatcher = new Agent({ connect: { lookup: policy.lookup, timeout: patienceMs } });
    try {
      const answer = await request(url, {
        ...{ dispatcher, method: method as 'GET' | 'POST', headers, signal: signal ?? AbortSignal.timeout(patienceMs) },
        body: body instanceof URLSearchParams ? body.toString() : null,
      });
      const bytes = await shortBody(answer.body);
      const told = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
      const isBare = [204, 205, 304].includes(answer.statusCode);
      return new Response(isBare ? null : bytes, { status: answer.statusCode, headers: told });
    } finally {
      await dispatcher.destroy();
    }
  };
}

async function shortBody(body: AsyncIterable<Uint8Array>): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > longestAnswer) throw new Error('答复过长');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tell(error: unknown): never {
  throw new ProviderFault(kindOf(error), error);
}

function kindOf(error: unknown): ProviderFaultKind {
  if (error instanceof oidc.AuthorizationResponseError) return 'denied';
  if (error instanceof oidc.ResponseBodyError) return error.error === 'invalid_grant' ? 'spent' : 'refusesUs';
  if (error instanceof oidc.WWWAuthenticateChallengeError) return 'refusesUs';
  const { code } = error as { code?: string };
  // What is neither of the protocol nor of our own is of the network.
  if (error instanceof oidc.ClientError && (code === undefined || code === 'OAUTH_TIMEOUT')) return 'away';
  return 'wrong';
}
