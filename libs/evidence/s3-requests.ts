import { setTimeout as wait } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import { Agent, request, type Dispatcher } from 'undici';
import { MissingResource, Slots } from '#kernel';

/** Where blobs lie in an object store that speaks S3, and under which account. */
export interface S3Options {
  /** `https://host[:port]` of the service. */
  endpoint: string;
  bucket: string;
  /** Before every key, without slashes at its ends; may be empty. */
  prefix: string;
  region: string;
  accessKey: string;
  secretKey: string;
  /** Where the bucket stands: `https://host/bucket/key` or `https://bucket.host/key`. */
  style: 'path' | 'host';
  /** Requests at once. */
  connections?: number;
  /** What carries the requests; connections of its own when absent. */
  dispatcher?: Dispatcher;
  /** Longest wait for one answer, milliseconds. */
  timeoutMs?: number;
  /** Between tries, milliseconds. */
  sleep?: (ms: number) => Promise<unknown>;
}

export interface S3Answer {
  status: number;
  headers: Record<string, string | undefined>;
  body: Buffer;
}

const pauses = [200, 1000];
/** A page of a listing and every blob are smaller: no file beyond the limits of crawls and imports is ever put. */
const maxAnswer = 512 * 1024 * 1024;

/** What to do about an error that the service names. */
const advice: Record<string, string> = {
  SignatureDoesNotMatch: '正确的 MINGJING_S3_KEY、MINGJING_S3_SECRET 和 MINGJING_S3_REGION',
  InvalidAccessKeyId: '正确的 MINGJING_S3_KEY',
  AccessDenied: '对该存储桶有读写和列举权限的账号',
  NoSuchBucket: '已建好的存储桶',
  RequestTimeTooSkewed: '与存储服务一致的本机时钟',
  PermanentRedirect: '该存储桶所在地域的 MINGJING_S3_ENDPOINT 和 MINGJING_S3_REGION',
};

/** Signed requests to one bucket, so many at once; what may pass by itself is tried three times. */
export class S3Requests {
  readonly name: string;
  private readonly slots: Slots;
  private readonly dispatcher: Dispatcher;
  private readonly origin: string;
  private readonly keys = new Map<string, ArrayBuffer>();

  constructor(private readonly options: S3Options) {
    const { endpoint, bucket, prefix, style, connections = 8 } = options;
    this.name = `s3://${bucket}${prefix ? `/${prefix}` : ''}`;
    this.slots = new Slots(connections);
    this.dispatcher = options.dispatcher ?? new Agent({ connections, keepAliveTimeout: 10_000 });
    const base = new URL(endpoint);
    if (style === 'host') base.host = `${bucket}.${base.host}`;
    this.origin = base.origin + (style === 'host' ? '' : `/${encodeURIComponent(bucket)}`);
  }

  /**
   * @param path key, or a query that begins with `?`.
   * @param sha256 of the body, which the service checks.
   * @throws MissingResource when the service cannot be reached, or answers other than 2xx or 404 for a key.
   */
  async send(
    method: 'GET' | 'HEAD' | 'PUT' | 'DELETE',
    path: string,
    body?: Uint8Array,
    sha256?: string,
  ): Promise<S3Answer> {
    for (let tried = 0; ; tried += 1) {
      const pause = pauses[tried];
      const answer = await this.slots
        .run(() => this.once(method, path, body, sha256))
        .catch((error: unknown) => {
          if (pause === undefined) throw this.failed(`连不上（${reasonOf(error)}）`, '可用的 MINGJING_S3_ENDPOINT');
          return null;
        });
      if (answer !== null && (pause === undefined || !mayPass(answer.status)))
        // An answer to HEAD does not say why.
        return method === 'HEAD' && answer.status >= 400 && answer.status !== 404
          ? this.send('GET', path)
          : this.checked(answer);
      if (pause === undefined) throw this.failed('没有答复', '可用的 MINGJING_S3_ENDPOINT');
      await (this.options.sleep ?? wait)(pause);
    }
  }

  close(): Promise<void> {
    return this.dispatcher.close();
  }

  private async once(
    method: 'GET' | 'HEAD' | 'PUT' | 'DELETE',
    path: string,
    body: Uint8Array | undefined,
    sha256: string | undefined,
  ): Promise<S3Answer> {
    const { accessKey, secretKey, region, timeoutMs = 60_000 } = this.options;
    const signed = await new AwsV4Signer({
      ...{ method, service: 's3', region, accessKeyId: accessKey, secretAccessKey: secretKey, cache: this.keys },
      url: `${this.origin}/${path}`,
      headers: { 'x-amz-content-sha256': sha256 ?? emptySha256 },
    }).sign();
    const answer = await request(signed.url, {
      method,
      headers: Object.fromEntries(signed.headers),
      ...(body ? { body } : {}),
      dispatcher: this.dispatcher,
      signal: AbortSignal.timeout(timeoutMs),
    });
    const headers: Record<string, string | undefined> = {};
    for (const [name, value] of Object.entries(answer.headers)) headers[name] = String(value);
    return { status: answer.statusCode, headers, body: await bounded(answer.body) };
  }

  private checked(answer: S3Answer): S3Answer {
    const { status, body } = answer;
    const code = /<Code>(\w{1,60})<\/Code>/.exec(body.subarray(0, 4096).toString('utf8'))?.[1] ?? '';
    if ((status >= 200 && status < 300) || (status === 404 && code !== 'NoSuchBucket')) return answer;
    throw this.failed(
      `存储服务不接受（${[status, code].filter(Boolean).join(' ')}）`,
      advice[code] ?? '可读写的存储桶',
    );
  }

  private failed(what: string, accepted: string): MissingResource {
    return new MissingResource([{ where: `取证快照库 ${this.name}`, what, accepted }]);
  }
}

const emptySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

async function bounded(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > maxAnswer) throw new Error('答复过大');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function mayPass(status: number): boolean {
  return status >= 500 || status === 429;
}

function reasonOf(error: unknown): string {
  const { code, name, message } = error as NodeJS.ErrnoException;
  return name === 'TimeoutError' ? '超时' : (code ?? message);
}
