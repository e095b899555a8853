import { connect, type TLSSocket } from 'node:tls';
import type { NetworkPolicy } from '../fetchers/network-policy.js';

/** What is wrong with a site's certificate; a browser warns of each. */
export type CertificateProblem = 'expired' | 'notYetValid' | 'wrongHost' | 'selfSigned' | 'untrusted';

export interface Certificate {
  /** Instants, ISO 8601 UTC. */
  validFrom: string;
  validTo: string;
  /** Organisation or name of who signed it. */
  issuer: string;
  problem: CertificateProblem | null;
}

/**
 * Looks once at the certificate of a host; nothing is asked for over the connection. Null when there is no https address, the
 * host may not be reached, does not answer in time or shows no certificate: then nothing is known of it.
 */
export async function probeCertificate(
  address: string,
  policy: NetworkPolicy,
  now: () => number,
  limitMs = 15_000,
): Promise<Certificate | null> {
  const url = new URL(address);
  if (url.protocol !== 'https:' || policy.refusal(address) !== null) return null;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const socket: TLSSocket = connect(
      {
        host,
        port: Number(url.port || 443),
        // A name in the handshake may be no address.
        ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }),
        lookup: policy.lookup,
        // It is looked at, not relied on.
        rejectUnauthorized: false,
      },
      () => done(read(socket, now())),
    );
    const done = (certificate: Certificate | null): void => {
      clearTimeout(clock);
      socket.destroy();
      resolve(certificate);
    };
    const clock = setTimeout(() => done(null), limitMs);
    socket.on('error', () => done(null));
  });
}

function read(socket: TLSSocket, now: number): Certificate | null {
  const certificate = socket.getPeerCertificate();
  const from = Date.parse(certificate.valid_from);
  const to = Date.parse(certificate.valid_to);
  if (Number.isNaN(from) || Number.isNaN(to)) return null;
  return {
    validFrom: new Date(from).toISOString(),
    validTo: new Date(to).toISOString(),
    issuer: first(certificate.issuer?.O ?? certificate.issuer?.CN).slice(0, 200),
    problem: now > to ? 'expired' : now < from ? 'notYetValid' : problemOf(socket),
  };
}

function problemOf(socket: TLSSocket): CertificateProblem | null {
  const error = socket.authorizationError as Error | string | null;
  if (!error) return null;
  const code = typeof error === 'string' ? error : String((error as NodeJS.ErrnoException).code ?? error.message);
  if (/ALTNAME/.test(code)) return 'wrongHost';
  return code === 'DEPTH_ZERO_SELF_SIGNED_CERT' ? 'selfSigned' : 'untrusted';
}

function first(name: string | string[] | undefined): string {
  return (Array.isArray(name) ? name[0] : name) ?? '';
}
