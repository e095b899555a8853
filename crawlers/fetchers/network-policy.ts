import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { BadSettings } from '#kernel';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = [Address, number];

/** Resolves a name to all its addresses; the system's own unless a test gives another. */
export type Resolve = (
  host: string,
  options: LookupOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export class BlockedByPolicy extends Error {
  readonly code = 'MINGJING_BLOCKED';
}

/**
 * Says which addresses a crawl may reach: public ones, and of all others (private, loopback, link-local with the cloud's
 * 169.254.169.254, carrier, multicast, reserved, and IPv6 forms that carry one of them) only the networks allowed.
 */
export class NetworkPolicy {
  private readonly allowed: Range[];

  /**
   * @param networks comma-separated CIDRs or single addresses, as in `MINGJING_ALLOW_NETWORKS`.
   * @throws BadSettings naming every entry that is none.
   */
  constructor(
    networks = '',
    private readonly resolve: Resolve = (host, options, done) => systemLookup(host, { ...options, all: true }, done),
  ) {
    const entries = networks.split(/[,，\s]+/).filter((entry) => entry !== '');
    const wrong = entries.filter((entry) => parseRange(entry) === null);
    if (wrong.length > 0)
      throw new BadSettings(
        wrong.map((entry) => ({
          where: '设置 MINGJING_ALLOW_NETWORKS',
          what: `“${entry}”不是网段`,
          accepted: '10.0.0.0/8、127.0.0.1、fd00::/8 等，逗号分隔',
        })),
      );
    this.allowed = entries.map((entry) => parseRange(entry) as Range);
  }

  permits(address: string): boolean {
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.process(stripZone(address));
    return [parsed, ...carried(parsed)].every(
      (one) =>
        one.range() === 'unicast' || this.allowed.some((range) => one.kind() === range[0].kind() && one.match(range)),
    );
  }

  /** Why this address may not even be tried, or null. Names are checked when they are resolved (`lookup`). */
  refusal(address: string): string | null {
    if (!URL.canParse(address)) return '不是有效的网址';
    const url = new URL(address);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return `不访问 ${url.protocol} 地址`;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (ipaddr.isValid(host) && !this.permits(host)) return `${host} 属于内网或保留网段`;
    return null;
  }

  /** Whether this address lies in a network that is not public and was allowed: there what is secret may go without encryption. */
  opens(address: string): boolean {
    return new NetworkPolicy().refusal(address) !== null && this.refusal(address) === null;
  }

  /**
   * For a socket's `lookup`: only addresses that are permitted come out, and the socket connects to one of just these,
   * so a name that resolves differently the second time (DNS rebinding) gains nothing.
   */
  readonly lookup: LookupFunction = (host, options, done) => {
    this.resolve(host, options, (error, addresses) => {
      if (error) return done(error, '', 0);
      const open = addresses.filter(({ address }) => this.permits(address));
      const first = open[0];
      if (!first) {
        const seen = addresses.map(({ address }) => address).join('、');
        return done(new BlockedByPolicy(`${host} 解析到 ${seen || '空'}，属于内网或保留网段`), '', 0);
      }
      if (options.all) return done(null, open);
      return done(null, first.address, first.family);
    });
  };
}

/** IPv4 addresses that an IPv6 one leads to: NAT64, 6to4, Teredo and the deprecated compatible form. */
function carried(address: Address): Address[] {
  if (!(address instanceof ipaddr.IPv6)) return [];
  const parts = address.parts;
  const v4 = (high = 0, low = 0): Address => new ipaddr.IPv4([high >> 8, high & 255, low >> 8, low & 255]);
  if (parts[0] === 0x64 && parts[1] === 0xff9b) return [v4(parts[6], parts[7])];
  if (parts[0] === 0x2002) return [v4(parts[1], parts[2])];
  if (parts[0] === 0x2001 && parts[1] === 0) return [v4((parts[6] ?? 0) ^ 0xffff, (parts[7] ?? 0) ^ 0xffff)];
  return parts.slice(0, 6).every((part) => part === 0) && (parts[6] ?? 0) > 0 ? [v4(parts[6], parts[7])] : [];
}

function parseRange(entry: string): Range | null {
  try {
    if (entry.includes('/')) return ipaddr.parseCIDR(entry);
    const address = ipaddr.process(entry);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  } catch {
    return null;
  }
}

function stripZone(address: string): string {
  return address.replace(/%.*$/, '');
}
