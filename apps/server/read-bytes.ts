import type { Readable } from 'node:stream';
import { HttpException, PayloadTooLargeException } from '@nestjs/common';

/** So long nothing may come. */
const silentMs = 30_000;

/**
 * All bytes of a stream, up to a limit; not a byte more is kept.
 * @throws PayloadTooLargeException, or HttpException 408 when nothing comes for half a minute.
 */
export async function readBytes(stream: Readable, maxBytes: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  let clock = setTimeout(() => undefined, 0);
  const late = () => stream.destroy(new HttpException('上传中断，请重试', 408));
  const listen = () => {
    clearTimeout(clock);
    clock = setTimeout(late, silentMs);
  };
  try {
    listen();
    // What is too large is answered on the same connection, which so is not torn down.
    for await (const part of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      listen();
      size += part.length;
      if (size > maxBytes) throw new PayloadTooLargeException(`文件超过 ${Math.floor(maxBytes / 1_000_000)} MB`);
      parts.push(part);
    }
  } finally {
    clearTimeout(clock);
  }
  return Buffer.concat(parts, size);
}
