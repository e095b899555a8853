/** Which hosts are the site's own: those named, with and without `www.`, ports included. */
export class OwnHosts {
  private readonly hosts = new Set<string>();

  constructor(homeUrl: string, others: readonly string[]) {
    this.add(new URL(homeUrl).host);
    for (const host of others) this.add(host.toLowerCase());
  }

  includes(url: string): boolean {
    return URL.canParse(url) && this.hosts.has(new URL(url).host);
  }

  /** A home page may send its visitors to a neighbour of its own domain; a stranger's host is never taken in. */
  adopt(finalUrl: string, homeUrl: string): void {
    const final = new URL(finalUrl);
    const home = new URL(homeUrl);
    if (domainOf(final.hostname) === domainOf(home.hostname)) this.add(final.host);
  }

  private add(host: string): void {
    this.hosts.add(host);
    if (/^[\d.[]/.test(host)) return;
    this.hosts.add(host.startsWith('www.') ? host.slice(4) : `www.${host}`);
  }
}

/** Whether an address lies on the same domain as another, or on the same bare address. */
export function isSameDomain(url: string, other: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(other)) return false;
  const [one, two] = [new URL(url), new URL(other)];
  return /^https?:$/.test(one.protocol) && domainOf(one.hostname) === domainOf(two.hostname);
}

/** `x.gov.cn` of `www.a.x.gov.cn`; bare addresses stand for themselves. */
function domainOf(hostname: string): string {
  if (/^[\d.[]/.test(hostname)) return hostname;
  const labels = hostname.split('.');
  const short = /^(gov|com|org|net|edu|ac|mil)$/.test(labels.at(-2) ?? '') ? 3 : 2;
  return labels.slice(-short).join('.');
}
