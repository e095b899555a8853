/** A page parsed once: one tree, one walk. */
export interface ParsedPage {
  url: string;
}
