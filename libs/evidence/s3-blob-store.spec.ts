import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Agent } from 'undici';
import { MissingResource } from '#kernel';
import { sha256Of, type StoredBlob } from './blob-store.js';
import { S3BlobStore } from './s3-blob-store.js';
import type { S3Options } from './s3-requests.js';
import { faultOfSignature, serveS3, type FakeS3 } from './s3-server.test.js';

const account = { accessKey: 'AKIDYUNLING', secretKey: 'invented/secret+key' };
const loopback = { address: '127.0.0.1', family: 4 };
const pauses: number[] = [];
let s3: FakeS3;
let stores: S3BlobStore[] = [];

beforeAll(async () => {
  s3 = await serveS3(['evidence'], { [account.accessKey]: account.secretKey }, { pageSize: 3 });
});
beforeEach(() => {
  s3.objects.clear();
  s3.asked.length = 0;
  s3.faults.length = 0;
  pauses.length = 0;
});
afterAll(async () => {
  await Promise.all(stores.map((one) => one.close()));
  await s3.close();
});

function open(more: Partial<S3Options> = {}): S3BlobStore {
  const place = { endpoint: s3.endpoint, bucket: 'evidence', prefix: '云岭县/2026', region: 'cn-north-1' };
  const sleep = (ms: number) => Promise.resolve(pauses.push(ms));
  const store = new S3BlobStore({ ...place, ...account, style: 'path', sleep, ...more });
  stores = [...stores, store];
  return store;
}

async function listed(store: S3BlobStore): Promise<StoredBlob[]> {
  const all: StoredBlob[] = [];
  for await (const blob of store.list()) all.push(blob);
  return all;
}

describe('the check of signatures that these tests rest on', () => {
  const example = (signature: string) => ({
    method: 'GET',
    target: '/test.txt',
    headers: {
      host: 'examplebucket.s3.amazonaws.com',
      range: 'bytes=0-9',
      'x-amz-date': '20130524T000000Z',
      'x-amz-content-sha256': sha256Of(new Uint8Array()),
      authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=${signature}`,
    },
    body: Buffer.alloc(0),
  });
  const secrets = { AKIAIOSFODNN7EXAMPLE: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
  const then = Date.parse('2013-05-24T00:00:00Z');

  it('takes the example that the description of S3 gives, and no other signature', () => {
    const right = 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41';
    expect(faultOfSignature(example(right), secrets, then)).toBeNull();
    expect(faultOfSignature(example(right.replace('f', 'e')), secrets, then)).toBe('SignatureDoesNotMatch');
    expect(faultOfSignature(example(right), secrets, then + 3_600_000)).toBe('RequestTimeTooSkewed');
  });
});

describe('S3BlobStore', () => {
  it.each([['path'], ['host']] as const)('keeps bytes under their hash, once, the bucket in the %s', async (style) => {
    const endpoint = style === 'host' ? s3.endpoint.replace('127.0.0.1', 'localhost') : s3.endpoint;
    const dispatcher = new Agent({ connect: { lookup: (_host, _how, found) => found(null, [loopback]) } });
    const store = open({ style, endpoint, dispatcher });
    const bytes = Buffer.from('云岭县');
    const sha256 = await store.put(bytes);
    expect(await store.put(bytes)).toBe(sha256);
    expect(Buffer.from(await store.get(sha256))).toEqual(bytes);
    expect(await store.has(sha256)).toBe(true);
    const name = `evidence/云岭县/2026/${sha256.slice(0, 2)}/${sha256.slice(2)}`;
    expect([...s3.objects.keys()]).toEqual([name]);
    expect(s3.asked.filter((one) => one.startsWith('PUT'))).toHaveLength(1);
  });

  it('keeps an empty blob, and needs no prefix', async () => {
    const store = open({ prefix: '' });
    expect(await store.get(await store.put(new Uint8Array()))).toHaveLength(0);
    expect(await listed(store)).toMatchObject([{ sha256: sha256Of(new Uint8Array()), size: 0 }]);
  });

  it('is refused by the service when bytes and hash do not agree, and notices damage when it reads', async () => {
    const store = open();
    await expect(store.put(Buffer.from('one'), sha256Of(Buffer.from('other')))).rejects.toThrow(
      /取证快照库 s3:\/\/evidence\/云岭县\/2026：存储服务不接受（403 XAmzContentSHA256Mismatch）/,
    );
    const sha256 = await store.put(Buffer.from('evidence'));
    for (const one of s3.objects.values()) one.bytes = Buffer.from('evidenze');
    await expect(store.get(sha256)).rejects.toThrow('已损坏');
  });

  it('puts anew what was cut short', async () => {
    const store = open();
    const sha256 = await store.put(Buffer.from('evidence'));
    for (const one of s3.objects.values()) one.bytes = Buffer.from('evid');
    await store.put(Buffer.from('evidence'));
    expect(Buffer.from(await store.get(sha256)).toString()).toBe('evidence');
  });

  it.each(['0'.repeat(64), '../../etc/passwd', ''])('has no blob %j', async (name) => {
    const store = open();
    expect(await store.has(name)).toBe(false);
    await expect(store.get(name)).rejects.toThrow(MissingResource);
    await expect(store.get(name)).rejects.toThrow('不在快照库中');
  });

  it('lists all its pages, and nothing that is no blob of its own', async () => {
    const store = open();
    const names = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((n) => store.put(Buffer.from(`page ${n}`))));
    s3.objects.set('evidence/云岭县/2026/readme.txt', { bytes: Buffer.from('x'), putAt: 0 });
    s3.objects.set('evidence/other/ab/cd', { bytes: Buffer.from('x'), putAt: 0 });
    expect((await listed(store)).map(({ sha256 }) => sha256).sort()).toEqual([...names].sort());
    expect(s3.asked.filter((one) => one.startsWith('LIST'))).toHaveLength(3);
  });

  it('removes what was not put since; a blob that is put again counts as put anew', async () => {
    const store = open();
    const [old, again] = [await store.put(Buffer.from('old')), await store.put(Buffer.from('again'))];
    for (const one of s3.objects.values()) one.putAt = Date.now() - 86_400_000;
    const since = Date.now() - 3_600_000;
    await store.put(Buffer.from('again'));
    expect(await store.removeUnlessPut(old, since)).toBe(true);
    expect(await store.removeUnlessPut(old, since)).toBe(false);
    expect(await store.removeUnlessPut(again, since)).toBe(false);
    expect([await store.has(old), await store.has(again)]).toEqual([false, true]);
  });

  it('asks so many at once and no more', async () => {
    const busy = await serveS3(['evidence'], { [account.accessKey]: account.secretKey }, { delayMs: 5 });
    const store = open({ endpoint: busy.endpoint, connections: 3 });
    await Promise.all(Array.from({ length: 40 }, (_, n) => store.put(Buffer.from(`page ${n}`))));
    expect(busy.objects.size).toBe(40);
    expect(busy.most()).toBeLessThanOrEqual(3);
    expect(busy.most()).toBeGreaterThan(1);
    await busy.close();
  });
});

describe('a service in trouble', () => {
  it.each([[503], [429], ['cut'], [500]] as const)('is asked again after %s', async (fault) => {
    const store = open();
    s3.faults.push(fault, fault);
    const sha256 = await store.put(Buffer.from('evidence'));
    expect(Buffer.from(await store.get(sha256)).toString()).toBe('evidence');
    expect(pauses).toEqual([200, 1000]);
  });

  it.each([
    ['a wrong secret', { secretKey: 'wrong' }, /403.*MINGJING_S3_SECRET/],
    ['an unknown account', { accessKey: 'nobody' }, /403.*MINGJING_S3_KEY/],
    ['a bucket that is not there', { bucket: 'nowhere' }, /s3:\/\/nowhere\/.*NoSuchBucket.*已建好的存储桶/],
    ['nobody at home', { endpoint: 'http://127.0.0.1:9' }, /连不上（ECONNREFUSED）.*MINGJING_S3_ENDPOINT/],
  ])('is told in one line: %s', async (_name, wrong, line) => {
    const failed = await open(wrong)
      .put(Buffer.from('evidence'))
      .catch((error: unknown) => error as Error);
    expect(failed).toBeInstanceOf(MissingResource);
    expect((failed as Error).message).toMatch(line);
    expect((failed as Error).message).not.toContain('\n');
    expect((failed as Error).message).not.toContain(account.secretKey);
  });

  it('that never ends its troubles is given up', async () => {
    s3.faults.push(503, 503, 503, 503, 503, 503);
    await expect(open().put(Buffer.from('evidence'))).rejects.toThrow('503 SlowDown');
  });
});
