import type { Dispatcher } from 'undici';
import { fileKind } from '#files';
import { isOwnHeader } from './own-headers.js';
import { foreignKind } from './content-kind.js';
import { outcomeOfStatus, type Named } from './outcome-of.js';

/** The body as it came over the wire, or why it was turned away from. */
export type Received = { bytes: Uint8Array; stopped: null } | { bytes: null; stopped: Named };

/** So much of the body of a redirect is let pass, that the connection may serve on. */
const mostOfRedirect = 65_536;
const nothing = new Uint8Array();

/**
 * One answer as it arrives from the transport. It listens to the transport itself: a stream between them costs as much
 * again as the transport's own work.
 */
export class IncomingAnswer implements Dispatcher.DispatchHandler {
  status: number | null = null;
  headers: Record<string, string> = {};
  setCookie: string | string[] | undefined = undefined;
  /** Settles with the end of the answer; rejects with what broke the transport, or with the reason of `stop`. */
  readonly received: Promise<Received>;
  private readonly parts: Buffer[] = [];
  private size = 0;
  private controller: Dispatcher.DispatchController | null = null;
  private stopping: Error | null = null;
  private settle!: (received: Received) => void;
  private fail!: (error: Error) => void;

  /** @param keepsFiles whether documents whose text can be read are wanted whole. */
  constructor(
    private readonly limit: number,
    private readonly keepsFiles: boolean,
  ) {
    this.received = new Promise((resolve, reject) => {
      this.settle = resolve;
      this.fail = reject;
    });
  }

  /** Ends the exchange from outside, wherever it is. */
  stop(reason: Error): void {
    this.stopping ??= reason;
    this.fail(reason);
    this.controller?.abort(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.stopping) controller.abort(this.stopping);
  }

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    // Word that the answer is under way.
    if (status < 200) return;
    this.status = status;
    this.headers = flatten(headers);
    this.setCookie = headers['set-cookie'];
  }

  onResponseData(_: Dispatcher.DispatchController, part: Buffer): void {
    if (this.stopping) return;
    this.size += part.byteLength;
    if (isRedirect(this.status)) {
      if (this.size > mostOfRedirect) this.turnAway({ bytes: nothing, stopped: null });
      return;
    }
    const turnedAway = this.turnedAwayAt(part);
    if (turnedAway) this.turnAway({ bytes: null, stopped: turnedAway });
    else this.parts.push(part);
  }

  onResponseEnd(): void {
    this.settle({ bytes: this.whole(), stopped: null });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    // Where a redirect leads is known; how its body ended is of no interest.
    if (isRedirect(this.status)) this.settle({ bytes: nothing, stopped: null });
    else this.fail(error);
  }

  /** What the status says; only of an answer. */
  get named(): Named {
    return outcomeOfStatus(this.status ?? 0, this.headers);
  }

  get tooLarge(): Named {
    return { outcome: 'tooLarge', note: `超过 ${this.limit / 1024 / 1024} MB` };
  }

  private turnedAwayAt(part: Buffer): Named | null {
    const encoded = this.headers['content-encoding'] !== undefined;
    const isFirst = this.parts.length === 0;
    const kind = encoded || !isFirst || isGzip(part) ? null : foreignKind(this.headers['content-type'], part);
    // Attachments are known by their first bytes; the rest of them is left where it is.
    if (kind && !(this.keepsFiles && fileKind(part))) return { outcome: 'notHtml', note: kind };
    const announced = isFirst && !encoded ? Number(this.headers['content-length'] ?? 0) : 0;
    if (announced <= this.limit && this.size <= this.limit) return null;
    // A file that is too large is an attachment like any other that is left where it is.
    const of = kind ?? this.kindOfFirst(encoded);
    return of === null ? this.tooLarge : { outcome: 'notHtml', note: `${of}，${this.tooLarge.note}，没有读取` };
  }

  private kindOfFirst(encoded: boolean): string | null {
    const first = this.parts[0];
    return encoded || !first || isGzip(first) ? null : foreignKind(this.headers['content-type'], first);
  }

  private turnAway(received: Received): void {
    this.settle(received);
    this.stopping = new Error('the rest is not wanted');
    this.controller?.abort(this.stopping);
  }

  private whole(): Uint8Array {
    return this.parts.length === 1 ? (this.parts[0] ?? nothing) : Buffer.concat(this.parts, this.size);
  }
}

export function isRedirect(status: number | null): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    // Session cookies are of no use as evidence, and what a browser saw no site may write down.
    if (value !== undefined && name !== 'set-cookie' && !isOwnHeader(name))
      flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
