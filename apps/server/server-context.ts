import type { DataSource } from 'typeorm';
import { meansSample, openStores, type Stores } from '#database';
import type { BlobStore } from '#evidence';
import type { Settings } from '#kernel';
import type { Scheduler } from '#operations';
import type { Programme } from '#programmes';

export type NetworkSettings = Pick<Settings, 'MINGJING_ALLOW_NETWORKS' | 'MINGJING_CONTACT'>;

/** What the controllers work with; given to them by injection. */
export class ServerContext {
  readonly stores: Stores;

  constructor(
    readonly dataSource: DataSource,
    readonly blobs: BlobStore,
    readonly programmes: readonly Programme[],
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
  ) {
    this.stores = openStores(dataSource);
  }

  /** Whether what is shown is the sample: as told, else until real units were assessed. */
  showsSample(): Promise<boolean> {
    return meansSample(this.dataSource, this.sample);
  }

  programme(id: string): Programme | null {
    return this.programmes.find((programme) => programme.id === id) ?? null;
  }
}
