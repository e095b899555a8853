import type { DataSource } from 'typeorm';
import { meansSample, openStores, type Stores } from '#database';
import type { BrowserSettings } from '#crawlers';
import type { BlobStore } from '#evidence';
import type { Settings } from '#kernel';
import {
  ownProgrammes,
  ownVersion,
  passingSeal,
  ScoringRuns,
  usualUploadRules,
  type Mailer,
  type Provider,
  type Rechecks,
  type Scheduler,
  type Seal,
  type UploadRules,
  type WebRounds,
} from '#operations';
import type { Programme } from '#programmes';
import { TryOuts } from './try-outs.js';

export type NetworkSettings = Pick<Settings, 'MINGJING_ALLOW_NETWORKS' | 'MINGJING_CONTACT'> &
  Partial<Pick<Settings, 'MINGJING_ADDRESS'>>;

/** What signing in goes by. */
export interface AccessSettings {
  /** Time as it is outside, also where that of a sample stands still. */
  now: () => Date;
  /** After so long without a request a session ends. */
  idleMinutes: number;
  /** Closes the secrets of second factors. */
  seal: Seal;
  /** After so many days a password must be changed; 0 for never. */
  passwordDays: number;
  /** How often it is looked whether whoever gets a stream of events may still have it. */
  lookAgainMs: number;
  /** Networks of the proxies whose word on address and protocol is taken; null for none. */
  trustedProxies: string | null;
}

const usualAccess: AccessSettings = {
  ...{ now: () => new Date(), idleMinutes: 30, trustedProxies: null },
  ...{ seal: passingSeal(), passwordDays: 0, lookAgainMs: 5000 },
};

/** What the controllers work with; given to them by injection. */
export class ServerContext {
  readonly stores: Stores;
  /** Periods that are scored again because people decided. */
  readonly scoring: ScoringRuns;
  readonly tryOuts: TryOuts;

  constructor(
    readonly dataSource: DataSource,
    readonly blobs: BlobStore,
    private readonly builtIn: readonly Programme[],
    /** Show the sample county (true), real units (false), or real ones as soon as there are any (undefined). */
    readonly sample: boolean | undefined,
    /** Whether what is to be shown has been prepared. */
    readonly prepared: () => boolean = () => true,
    /** Where pages may be fetched from, and in whose name, when somebody tries an address. */
    readonly network: NetworkSettings = { MINGJING_ALLOW_NETWORKS: '', MINGJING_CONTACT: '' },
    readonly now: () => Date = () => new Date(),
    /** Begins what is due by the schedules; absent where another process does. */
    readonly scheduler: Pick<Scheduler, 'tick'> | null = null,
    /** The data folder, whose disk is watched; null where nobody said. */
    readonly folder: string | null = null,
    readonly access: AccessSettings = usualAccess,
    /** How much people may hand in. */
    readonly uploads: UploadRules = usualUploadRules,
    /** Has units looked at again; null where this service hands out no work. */
    readonly rechecks: Rechecks | null = null,
    /** Begins rounds from a page; null where this service hands out no work. */
    readonly rounds: WebRounds | null = null,
    /** Which browser prints circulars. */
    readonly browser: BrowserSettings = {},
    /** Sends mail; null where no server for it is set. */
    readonly mailer: Mailer | null = null,
    /** Vouches for people by single sign-on; null where none is set. */
    readonly provider: Provider | null = null,
  ) {
    this.stores = openStores(dataSource);
    const books = { ...this.stores, blobs, clock: { now } };
    this.scoring = new ScoringRuns(books);
    this.tryOuts = new TryOuts(books, () => this.showsSample());
  }

  /** Whether what is shown is the sample: as told, else until real units were assessed. */
  showsSample(): Promise<boolean> {
    return meansSample(this.dataSource, this.sample);
  }

  /** Whether anybody may read, and the sample's accounts count: nothing but a sample is kept, and nobody said otherwise. */
  async isOpen(): Promise<boolean> {
    return this.sample !== false && (await this.stores.scopes.holdsOnlySample());
  }

  /** Whether the public page is switched on. */
  async isPublic(): Promise<boolean> {
    return (await this.stores.publicPage.word(await this.showsSample()))?.isOpen === true;
  }

  /** The built-in programmes, then those of the office's own (in the sample those of the sample), in their newest versions. */
  async programmes(): Promise<Programme[]> {
    return [...this.builtIn, ...(await ownProgrammes(this.stores, await this.showsSample()))];
  }

  /** @param version by which something was scored; the newest without it, and where that one is not kept. */
  async programme(id: string, version?: string): Promise<Programme | null> {
    const builtIn = this.builtIn.find((programme) => programme.id === id);
    if (builtIn) return builtIn;
    const own = await this.stores.programmes.programme(id);
    if (own === null || own.sample !== (await this.showsSample())) return null;
    const scored = version !== undefined && /^\d{1,9}$/.test(version) ? Number(version) : own.newest.number;
    return (await ownVersion(this.stores, id, scored)) ?? ownVersion(this.stores, id, own.newest.number);
  }
}
