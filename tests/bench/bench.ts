/** One line of `npm run bench -- --json`. */
export interface BenchLine {
  bench: string;
  value: number;
  unit: string;
  /** The least any solution must do, measured in the same run. */
  floor: number;
  ratioToFloor: number;
  peers: Record<string, number>;
  ratioToPeers: Record<string, number>;
  /** The same for each second that a processor was busy with it, whatever else the machine did and however many it has. */
  perCore?: Pick<BenchLine, 'value' | 'floor' | 'ratioToFloor' | 'peers' | 'ratioToPeers'>;
  /** The most memory that our own process held. */
  peakMegabytes?: number;
  /** Who could not be measured on this machine, and why. */
  absent?: Record<string, string>;
  /** Further figures, by what they are. */
  figures?: Record<string, number>;
  /** The same with more of it, to see what grows. */
  grown?: { units: number; value: number; peakMegabytes: number };
}

export interface Bench {
  name: string;
  about: string;
  /** Runs only when it is named: it takes long, or needs what a machine may not have. */
  onlyByName?: true;
  run(): Promise<BenchLine>;
}

/** Middle value: machines are noisy, one odd run must not decide. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
