/** A response or request as it stands in an archive: first line, headers (lower case, repeated ones joined), body. */
export interface HttpMessage {
  startLine: string;
  headers: Record<string, string>;
  body: Uint8Array;
}

const maxHeaderBytes = 64 * 1024;

/** Splits raw HTTP/1 bytes. Null when they are not HTTP or their head is longer than 64 KB. */
export function parseHttpMessage(raw: Uint8Array): HttpMessage | null {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const head = bytes.subarray(0, maxHeaderBytes);
  let end = head.indexOf('\r\n\r\n');
  let gap = 4;
  if (end < 0) {
    end = head.indexOf('\n\n');
    gap = 2;
  }
  if (end < 0) {
    if (bytes.length > maxHeaderBytes) return null;
    end = head.length;
    gap = 0;
  }
  const [startLine = '', ...lines] = head.subarray(0, end).toString('latin1').split(/\r?\n/);
  if (!/^HTTP\/|HTTP\/\d(\.\d)?$/.test(startLine.trim())) return null;
  return { startLine: startLine.trim(), headers: parseHeaderLines(lines), body: bytes.subarray(end + gap) };
}

function parseHeaderLines(lines: string[]): Record<string, string> {
  const headers: Record<string, string> = Object.create(null) as Record<string, string>;
  let last = '';
  for (const line of lines) {
    if (/^[ \t]/.test(line) && last !== '') {
      headers[last] = `${headers[last] ?? ''} ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    last = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers[last] = last in headers ? `${headers[last] ?? ''}, ${value}` : value;
  }
  return { ...headers };
}

/** Undoes `Transfer-Encoding: chunked`; bytes that are not chunked after all come back as they are. */
export function dechunk(body: Uint8Array): Uint8Array {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const lineEnd = bytes.indexOf('\n', at);
    if (lineEnd < 0 || lineEnd - at > 32) return parts.length === 0 ? body : Buffer.concat(parts);
    const digits = /^([0-9a-f]{1,8})\s*(;.*)?$/i.exec(bytes.subarray(at, lineEnd).toString('latin1').trim())?.[1];
    if (digits === undefined) return parts.length === 0 ? body : Buffer.concat(parts);
    const size = parseInt(digits, 16);
    if (size === 0) break;
    parts.push(bytes.subarray(lineEnd + 1, lineEnd + 1 + size));
    at = lineEnd + 1 + size + 2;
  }
  return Buffer.concat(parts);
}
