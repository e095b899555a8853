/** What one fetch may cost. Times in milliseconds, sizes in bytes. */
export interface FetchLimits {
  /** Body, after decoding. */
  maxBytes: number;
  maxHeaderBytes: number;
  maxRedirects: number;
  connectMs: number;
  /** From the request to the last header. */
  headersMs: number;
  /** Between two pieces of the body. */
  bodyMs: number;
  /** One request from its start to its last byte, however steadily it drips. */
  totalMs: number;
}

export const usualLimits: FetchLimits = {
  maxBytes: 10 * 1024 * 1024,
  maxHeaderBytes: 32 * 1024,
  maxRedirects: 10,
  connectMs: 10_000,
  headersMs: 15_000,
  bodyMs: 15_000,
  totalMs: 40_000,
};
