/** A figure at a time; any unit of time. */
export interface Sample {
  at: number;
  value: number;
}

export interface Trend {
  /** Middle of the first and of the last third. */
  first: number;
  last: number;
  /** By the line through all samples, from the first to the last of them. */
  growth: number;
  flat: boolean;
}

/** What may come and go without being growth: a share of the figure, and never less than so much. */
export interface Allowance {
  share: number;
  least: number;
}

/**
 * The middle of the slopes between any two samples (Theil–Sen): a collector that runs late or one high sample bends a
 * line of least squares, and not this one. NaN for less than two samples.
 */
export function slopeOf(samples: readonly Sample[]): number {
  const slopes: number[] = [];
  const kept = thinned(samples, 400);
  for (const [index, one] of kept.entries())
    for (const other of kept.slice(index + 1))
      if (other.at !== one.at) slopes.push((other.value - one.value) / (other.at - one.at));
  return middle(slopes);
}

/** Whether a figure grew over the samples by more than is allowed. What falls is flat. */
export function trendOf(samples: readonly Sample[], { share, least }: Allowance): Trend {
  const third = Math.ceil(samples.length / 3);
  const first = middle(samples.slice(0, third).map(({ value }) => value));
  const last = middle(samples.slice(-third).map(({ value }) => value));
  const growth = slopeOf(samples) * ((samples.at(-1)?.at ?? 0) - (samples[0]?.at ?? 0));
  return { first, last, growth, flat: growth <= Math.max(least, share * first) };
}

/** The middle value; NaN of nothing. */
export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** So many at most, evenly: pairs grow with the square. */
function thinned(samples: readonly Sample[], most: number): Sample[] {
  const step = Math.max(1, Math.ceil(samples.length / most));
  return samples.filter((_, index) => index % step === 0);
}
