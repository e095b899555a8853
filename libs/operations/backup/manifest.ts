import { z } from 'zod';
import { damaged, unknownMigrations, type TablesDump } from '#database';
import { BadInput, canonicalJson, sha256Hex } from '#kernel';

/** What a backup holds; its other files are the parts that this names. Written last: without it there is no backup. */
export interface BackupManifest {
  product: 'mingjing';
  format: 1;
  /** Version of the program that took it. */
  version: string;
  /** Instant, ISO 8601. */
  takenAt: string;
  database: TablesDump;
  evidence: {
    /** Whether the blobs that the data name were taken along. */
    included: boolean;
    /** Blobs that were not there, or damaged, when the backup was taken. */
    missing: string[];
  };
}

export const manifestFile = 'manifest.json';

const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);
const part = { file: z.string(), size: z.number().int().min(0), sha256: fingerprint };
const name = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);
const shape = z.strictObject({
  product: z.literal('mingjing'),
  format: z.literal(1),
  version: z.string(),
  takenAt: z.iso.datetime(),
  database: z.strictObject({
    migrations: z.array(z.string()),
    tables: z.array(
      z.strictObject({
        ...part,
        file: z.string().regex(/^tables\/[a-z][a-z0-9_]{0,62}\.gz$/),
        name,
        columns: z.array(name),
        rows: z.number().int().min(0),
      }),
    ),
    numberings: z.array(
      z.strictObject({ table: name, column: name, last: z.string().regex(/^-?\d+$/), given: z.boolean() }),
    ),
    blobs: z.strictObject({ ...part, file: z.literal('blobs.gz'), count: z.number().int().min(0) }),
  }),
  evidence: z.strictObject({ included: z.boolean(), missing: z.array(fingerprint) }),
});

export function printBackupManifest(manifest: BackupManifest): string {
  return `${JSON.stringify({ ...manifest, fingerprint: sha256Hex(canonicalJson(manifest)) }, null, 1)}\n`;
}

/**
 * @throws BadInput with one line when it is damaged, another program's, or a newer version's.
 */
export function readBackupManifest(text: string): BackupManifest {
  const { fingerprint: sealed, ...rest } = parse(text);
  if (rest['product'] !== 'mingjing') throw foreign();
  if (typeof rest['format'] === 'number' && rest['format'] > 1) throw newer(String(rest['version']));
  if (sealed !== sha256Hex(canonicalJson(rest))) throw damaged(manifestFile);
  const manifest = shape.safeParse(rest);
  if (!manifest.success) throw damaged(manifestFile);
  if (unknownMigrations(manifest.data.database.migrations).length > 0) throw newer(manifest.data.version);
  return manifest.data;
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    throw damaged(manifestFile);
  }
  throw foreign();
}

export function foreign(where = '备份'): BadInput {
  return new BadInput([
    {
      where,
      what: '不是明镜的备份，或没有写完；没有恢复任何内容',
      accepted: '由 mingjing backup 写成的文件夹或 .tar 文件',
    },
  ]);
}

function newer(version: string): BadInput {
  return new BadInput([
    {
      where: '备份',
      what: `由更新版本的程序（${version}）写成；没有恢复任何内容`,
      accepted: '先把程序升级到该版本或更新的版本',
    },
  ]);
}
