/**
 * Cookies within one chain of redirects and no longer: many sites set one and send the visitor back to the same address,
 * which without it would look like a loop. Nothing a script sets is ever kept.
 */
export class ChainCookies {
  private readonly byHost = new Map<string, Map<string, string>>();

  take(url: URL, setCookie: string | string[] | undefined): void {
    for (const line of [setCookie ?? []].flat().slice(0, 20)) {
      const [pair = '', ...attributes] = line.split(';');
      const equals = pair.indexOf('=');
      if (equals <= 0 || pair.length > 4096) continue;
      const domain = attributes.map((one) => /^\s*domain=\.?(.+)$/i.exec(one)?.[1]?.trim().toLowerCase()).find(Boolean);
      // A site may set cookies for its parent domain, not for a stranger's.
      const host = domain && url.hostname.endsWith(`.${domain}`) && domain.includes('.') ? domain : url.hostname;
      const jar = this.byHost.get(host) ?? new Map<string, string>();
      jar.set(pair.slice(0, equals).trim(), pair.slice(equals + 1).trim());
      this.byHost.set(host, jar);
    }
  }

  headerFor(url: URL): string {
    return [...this.byHost]
      .filter(([host]) => url.hostname === host || url.hostname.endsWith(`.${host}`))
      .flatMap(([, jar]) => [...jar].map(([name, value]) => `${name}=${value}`))
      .join('; ')
      .replace(/[^\x20-\x7e]/g, '')
      .slice(0, 8192);
  }
}
