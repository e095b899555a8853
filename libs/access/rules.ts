import type { Right } from './rights.js';

/**
 * How a request is held against the units that somebody may see:
 * `none` – it is about no single unit; `filtered` – its answer is cut down to those units; `whole` – it is about all units at
 * once, and only for those who may see all; else where the request names a unit, or what belongs to one.
 */
export type UnitRule =
  | 'none'
  | 'filtered'
  | 'whole'
  | { query: string; absent?: 'filtered' }
  | { param: string }
  | { body: string }
  | { finding: string }
  | { capture: string }
  | { upload: string }
  | { material: string }
  | { appeal: string }
  | { notice: string }
  | { remark: string };

/**
 * Who may ask: everybody; everybody while the public page is switched on, and nobody while it is not; whoever has signed in (also
 * with a first password); or who holds a right.
 */
export type Asked = 'anyone' | 'public' | 'signedIn' | Right;

/** The rule of one endpoint. */
export interface AccessRule {
  right: Asked;
  unit: UnitRule;
  /** What is done, in words for the trail; absent where nothing is, or where the deed writes its own line. */
  does?: string;
  /** What is sent is the bytes of a file, not JSON. */
  takes?: 'bytes';
}
