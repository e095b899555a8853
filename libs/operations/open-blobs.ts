import { join } from 'node:path';
import { FileBlobStore, S3BlobStore, type BlobStore } from '#evidence';
import { BadSettings, type Settings } from '#kernel';

/** The evidence, and how to leave it. */
export interface OpenBlobs {
  blobs: BlobStore;
  close(): Promise<void>;
}

/**
 * The store of evidence that the settings name: a bucket, else a folder in the data directory.
 * @throws BadSettings when a bucket is named without what it takes to reach it.
 */
export function openBlobs(settings: Settings, folder: string): OpenBlobs {
  if (settings.MINGJING_BLOBS === '')
    return { blobs: new FileBlobStore(join(folder, 'blobs')), close: () => Promise.resolve() };
  const needed = ['MINGJING_S3_ENDPOINT', 'MINGJING_S3_KEY', 'MINGJING_S3_SECRET'] as const;
  const missing = needed.filter((name) => settings[name] === undefined);
  if (missing.length > 0)
    throw new BadSettings(
      missing.map((name) => ({ where: `设置 ${name}`, what: '没有填写', accepted: 'MINGJING_BLOBS 为 s3:// 时必填' })),
    );
  const [bucket = '', ...prefix] = settings.MINGJING_BLOBS.slice('s3://'.length).split('/').filter(Boolean);
  const store = new S3BlobStore({
    endpoint: settings.MINGJING_S3_ENDPOINT!,
    bucket,
    prefix: prefix.join('/'),
    region: settings.MINGJING_S3_REGION,
    accessKey: settings.MINGJING_S3_KEY!,
    secretKey: settings.MINGJING_S3_SECRET!,
    style: settings.MINGJING_S3_STYLE,
  });
  return { blobs: store, close: () => store.close() };
}
