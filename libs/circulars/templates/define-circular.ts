import type { Draft } from '../draft.js';
import type { Block } from '../model.js';
import type { CircularKind } from '../snapshot.js';
import type { Run } from '../tokens.js';

/**
 * One version of the build of one kind of circular: another build is a new file with a new id. Sentences that the kinds share
 * are mended for all of them; what was issued is kept as it was handed out.
 */
export interface CircularTemplate {
  /** e.g. `quarterly-v1`. */
  id: string;
  kind: CircularKind;
  title: (draft: Draft) => Run[];
  blocks: (draft: Draft) => Block[];
  /** Whether the scores are drawn as a chart. */
  chart: boolean;
}

export function defineCircular(template: CircularTemplate): CircularTemplate {
  return template;
}
