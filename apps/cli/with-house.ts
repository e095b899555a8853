import { readSettings, type Settings } from '#kernel';
import { openHouse, type Clock, type House } from '#operations';

/** Opens the house for one command and closes it whatever happens, also when the person interrupts. */
export async function withHouse<T>(
  work: (house: House) => Promise<T>,
  clock?: Clock,
  settings: Settings = readSettings(process.env),
): Promise<T> {
  const house = await openHouse(settings, clock);
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}

/** A signal that is aborted by Ctrl-C or SIGTERM; a second Ctrl-C ends at once. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      controller.abort();
      process.exitCode = signal === 'SIGINT' ? 130 : 143;
    });
  return controller.signal;
}
