import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accounts } from './content/accounts.js';
import { sites as countySites } from './content/index.js';
import { units } from './content/units.js';
import { familyMakers } from './families/index.js';
import { hijackedPage } from './hijacked.js';
import type { FamilyName, Site } from './model.js';
import { View } from './render/view.js';
import { SiteHost } from './site-host.js';
import { deriveTruth, type PlacedSite } from './truth/derive.js';
import type { CountyTruth } from './truth/model.js';

export interface CountyOptions {
  /** First port; the sites take the following ones in order. Without it the system gives any free ports. */
  basePort?: number;
  /** Address to listen on; 127.0.0.1 when left out. */
  host?: string;
  /** Milliseconds after which the slow page answers; 40,000 when left out. */
  slowMs?: number;
}

export interface CountySite {
  organisation: string;
  /** Origin with a slash: the address of its home page. */
  url: string;
  family: FamilyName;
}

/** Sites that answer on loopback. */
export interface OpenSites {
  sites: CountySite[];
  /** The register of units as `import organisations` takes it. */
  organisationsCsv: string;
  /** The list of accounts of new media as `import accounts` takes it; null where there is none. */
  accountsCsv: string | null;
  close(): Promise<void>;
}

export interface County extends OpenSites {
  truth: CountyTruth;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

function listen(host: string, port: number, listener: Listener): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(listener);
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function csvField(value: string): string {
  return /[",\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Opens the thirteen sites and the hijacked host, each on a loopback port of its own. */
export async function startCounty(options: CountyOptions = {}): Promise<County> {
  const { placed, ...open } = await openSites(countySites, options);
  return { ...open, accountsCsv: accountsCsv(), truth: deriveTruth(placed) };
}

function accountsCsv(): string {
  const rows = accounts.map(({ unit, platform, name, id, state, opened, closed }) =>
    [units[unit].name, platform, name, id, state, opened, closed].map(csvField).join(','),
  );
  return `${['单位,平台,账号名称,账号标识,状态,开设日期,注销日期', ...rows].join('\n')}\n`;
}

/** Opens sites and the hijacked host, each on a loopback port of its own, and says where each stands. */
export async function openSites(
  sites: readonly Site[],
  options: CountyOptions,
): Promise<OpenSites & { placed: PlacedSite[] }> {
  const { basePort, host = '127.0.0.1', slowMs = 40_000 } = options;
  const hosts: (SiteHost | null)[] = sites.map(() => null);
  const servers: Server[] = [];
  const port = (index: number) => (basePort === undefined ? 0 : basePort + index);
  try {
    for (const index of sites.keys()) {
      servers.push(await listen(host, port(index), (request, response) => hosts[index]?.handle(request, response)));
    }
    servers.push(await listen(host, port(sites.length), hijackedPage));
  } catch (error) {
    await Promise.all(servers.map(closed));
    throw error;
  }
  const origins = servers.map((server) => `http://${host}:${(server.address() as AddressInfo).port}`);
  const around = {
    neighbours: sites.map(({ unit }, index) => ({
      name: unit.name,
      url: `${origins[index]}/`,
      category: unit.category,
    })),
    hijacked: origins[sites.length] ?? '',
  };
  const families = sites.map((site) => {
    const maker = familyMakers[site.unit.family];
    return maker.make(new View(site, around, maker.paths));
  });
  for (const [index, site] of sites.entries()) {
    const family = families[index];
    if (family) hosts[index] = new SiteHost(site, family, slowMs);
  }

  const header = '名称,别名,层级,类别,上级,网站';
  const rows = sites.map(({ unit }, index) =>
    [unit.name, unit.aliases.join('、'), unit.level, unit.category, unit.parent ?? '', `${origins[index]}/`]
      .map(csvField)
      .join(','),
  );
  return {
    sites: sites.map(({ unit }, index) => ({
      organisation: unit.name,
      url: `${origins[index]}/`,
      family: unit.family,
    })),
    organisationsCsv: `${[header, ...rows].join('\n')}\n`,
    accountsCsv: null,
    placed: sites.map((site, index) => ({
      site,
      origin: origins[index] ?? '',
      paths: familyMakers[site.unit.family].paths,
    })),
    close: async () => {
      for (const siteHost of hosts) siteHost?.close();
      await Promise.all(servers.map(closed));
    },
  };
}
