const markup = /<(?:script|html|!doctype|svg|iframe|body|object|embed|\?php|%@)|javascript:/i;

/** Whether a browser, or a server with scripts, could take these bytes for a page. */
export function hasMarkup(bytes: Uint8Array): boolean {
  return markup.test(asLatin1(bytes));
}

/** Whether a text begins as a page, a picture of lines or a script does. */
export function isPage(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  const texts = head.includes(0) ? [asLatin1(head), Buffer.from(head).toString('utf16le')] : [asLatin1(head)];
  return texts.some((text) => beginning.test(text) || markup.test(text));
}

const beginning = /^(?:\xef\xbb\xbf|\ufeff)?\s*(?:<|#!|@echo|function\b|var |const |import |eval\()/i;

/** Whether the bytes also are an archive: its directory may stand at the end of anything. */
export function endsAsArchive(bytes: Buffer): boolean {
  const end = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
  const first = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.lastIndexOf(end); at >= first; at = at === 0 ? -1 : bytes.lastIndexOf(end, at - 1)) {
    // Readers take also what follows the comment.
    const comment = at + 22 <= bytes.length ? bytes.readUInt16LE(at + 20) : Infinity;
    if (at + 22 + comment <= bytes.length) return true;
  }
  return false;
}

/** Names of parts that somebody could run. */
export const runs =
  /\.(?:exe|dll|com|scr|pif|msi|bat|cmd|ps1|vbs?|vbe|jse?|wsf|wsh|hta|html?|jar|lnk|iso|reg|docm|xlsm|pptm|dotm|xlam|php|sh)$/i;

export function asLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
