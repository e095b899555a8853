import { hash } from 'node:crypto';

/** Hex SHA-256 of a text (UTF-8). */
export function sha256Hex(text: string): string {
  return hash('sha256', text);
}

/**
 * An id that is the same whenever its parts are the same: the first 20 hex digits of a SHA-256 over the parts,
 * separated by a character that no part can hold.
 */
export function stableId(...parts: string[]): string {
  return sha256Hex(parts.join('\u0000')).slice(0, 20);
}
