const shellBytes = 4096;

/**
 * Where a page that is nothing but a signpost sends its reader: `<meta http-equiv=refresh>` or a lone
 * `location.href='…'`. Null for pages with content of their own. Nothing is executed: only a plain literal counts.
 */
export function signpostTarget(body: Uint8Array, base: string): string | null {
  if (body.byteLength === 0 || body.byteLength > shellBytes) return null;
  const html = Buffer.from(body)
    .toString('latin1')
    .replace(/<!--[\s\S]*?-->/g, '');
  if (!/<(meta|script|html|body|head)\b/i.test(html)) return null;
  const target = refreshTarget(html) ?? scriptTarget(html);
  if (target === null) return null;
  const address = Buffer.from(target, 'latin1').toString('utf8').replace(/&amp;/g, '&');
  return URL.canParse(address, base) ? new URL(address, base).href : null;
}

function refreshTarget(html: string): string | null {
  const tag = /<meta\b[^>]{0,300}http-equiv\s*=\s*["']?refresh["']?[^>]{0,1000}>/i.exec(html)?.[0];
  const content = tag && /content\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag);
  if (!content) return null;
  const [, delay, url] =
    /^\s*(\d*)[\d.]*\s*[;,]\s*(?:url\s*=\s*)?['"]?([^'"]+)/i.exec(content[1] ?? content[2] ?? content[3] ?? '') ?? [];
  return url && Number(delay || 0) <= 10 ? url.trim() : null;
}

function scriptTarget(html: string): string | null {
  const visible = html
    .replace(/<(script|style|title|head)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<[^>]*>/g, '')
    .trim();
  // Words beside the script mean that the page is more than a signpost.
  if (visible.length > 60) return null;
  const scripts = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script\s*>/gi)]
    .map((found) => found[1] ?? '')
    .join('\n');
  if (scripts.length > 600 || /cookie|function|eval|if\s*\(/i.test(scripts)) return null;
  const literal = /\blocation(?:\.href)?\s*(?:=|\.replace\s*\(|\.assign\s*\()\s*(["'])([^"'\s]+)\1/i.exec(scripts);
  return literal?.[2] ?? null;
}
