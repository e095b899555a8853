import { describe, expect, it } from 'vitest';
import { FileBlobStore, S3BlobStore } from '#evidence';
import { BadSettings, readSettings } from '#kernel';
import { openBlobs } from './open-blobs.js';

const bucket = { MINGJING_BLOBS: 's3://evidence/yunling' };
const account = {
  MINGJING_S3_ENDPOINT: 'https://s3.example',
  MINGJING_S3_KEY: 'AKIDYUNLING',
  MINGJING_S3_SECRET: 'invented',
};

describe('where evidence is kept', () => {
  it('is a folder unless a bucket is named', async () => {
    const file = openBlobs(readSettings({}), '/nowhere');
    const s3 = openBlobs(readSettings({ ...bucket, ...account }), '/nowhere');
    expect([file.blobs, s3.blobs]).toEqual([expect.any(FileBlobStore), expect.any(S3BlobStore)]);
    await Promise.all([file.close(), s3.close()]);
  });

  it('names every setting that a bucket lacks', () => {
    expect(() => openBlobs(readSettings(bucket), '/nowhere')).toThrow(BadSettings);
    expect(() => openBlobs(readSettings(bucket), '/nowhere')).toThrow(/ENDPOINT[\s\S]*KEY[\s\S]*SECRET/);
  });

  it.each([
    { MINGJING_BLOBS: '/data/blobs' },
    { MINGJING_BLOBS: 's3://' },
    { MINGJING_BLOBS: 's3://a/../b c' },
    { MINGJING_S3_ENDPOINT: 'https://key:secret@s3.example' },
    { MINGJING_S3_ENDPOINT: 's3.example' },
    { MINGJING_S3_STYLE: 'both' },
  ])('refuses %j', (wrong) => expect(() => readSettings(wrong)).toThrow(BadSettings));
});
