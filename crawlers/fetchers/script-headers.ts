/** Headers that a browser sends of itself, or that are ours to send; the rest a page's script has set. */
const ofBrowsers =
  /^(?:accept(?:-.*)?|cache-control|connection|content-(?:length|type)|cookie2?|date|dnt|expect|host|if-.*|keep-alive|origin|pragma|proxy-.*|purpose|range|referer|sec-.*|te|trailer|transfer-encoding|upgrade(?:-.*)?|user-agent|via)$/;
const name = /^[a-z][a-z0-9_-]{0,40}$/;
const value = /^[\x20-\x7e]{0,400}$/;
const most = 8;

/** What a page's script sends with a request of its own accord (`tenant-id: 000000`), without which some sites answer nothing. */
export function scriptHeaders(headers: Readonly<Record<string, string>>): Record<string, string> | undefined {
  const own = Object.entries(headers).filter((entry) => isSendable(entry));
  return own.length === 0 ? undefined : Object.fromEntries(own.slice(0, most));
}

/** Whether all of them are such as a script may send: read from a record, or asked for by a page, they are nobody's to trust. */
export function areSendable(headers: unknown): headers is Record<string, string> {
  if (typeof headers !== 'object' || headers === null) return false;
  const entries = Object.entries(headers as Record<string, unknown>);
  return entries.length <= most && entries.every(isSendable);
}

function isSendable([key, text]: readonly [string, unknown]): boolean {
  return name.test(key) && !ofBrowsers.test(key) && typeof text === 'string' && value.test(text);
}
