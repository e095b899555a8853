/** A page that is open in the browser, for those who press something on it after it has become quiet. */
export interface LivePage {
  url(): string;
  /** Runs a function within the page; what it gives back. */
  run(script: string): Promise<unknown>;
  /** Waits until what was just pressed has been answered. */
  settle(): Promise<void>;
  /** Half of the page's time is over, or the page itself is. */
  isOver(): boolean;
  /** Where the page would have gone since this was last asked; null where nowhere. */
  wouldGo(): string | null;
}
