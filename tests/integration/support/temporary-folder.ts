import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder that every account may enter: run as root, the embedded server runs as another. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingjing-test-'));
  chmodSync(folder, 0o755);
  return folder;
}
