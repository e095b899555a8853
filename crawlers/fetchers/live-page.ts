/** A page that is open in the browser, for those who press something on it after it has become quiet. */
export interface LivePage {
  url(): string;
  /** Runs a function within the page; what it gives back. */
  run(script: string): Promise<unknown>;
  /** Waits until what was just pressed has been answered. */
  settle(): Promise<void>;
  /** Half of the page's time is over, or the page itself is. */
  isOver(): boolean;
  /** Forgets what the page asked for and got since it was last waited for. */
  forget(): void;
  /** Where the page would have gone since this was last asked; null where nowhere. */
  wouldGo(): string | null;
}

/**
 * Whether pressing has not led to another page: another path, or another route in the fragment. What a page writes behind a question mark
 * of its own says what it shows.
 */
export async function isSamePage(live: LivePage, before: string): Promise<boolean> {
  const pathOf = (url: string): string => url.replace(/\?[^#]*/, '').replace(/(#[^?]*)\?.*$/, '$1');
  return pathOf(String(await live.run('location.href'))) === pathOf(before);
}

/** Goes back to where it was before; false where that is no longer to be had. */
export async function goBack(live: LivePage, before: string): Promise<boolean> {
  await live.run('history.back()');
  await live.settle();
  return (await live.run('location.href')) === before;
}
