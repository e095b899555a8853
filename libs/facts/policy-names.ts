/** Words around an eaten name: nothing is left between the verb and the kind of document. */
const eaten = /关于(?:印发|发布|公布|修订|转发|实施)的?(?:通知|公告|决定|意见)$/;

/** Whether a title in 《》 has lost the name within it: 《…关于印发的通知》. */
export function isEaten(name: string): boolean {
  return eaten.test(name);
}

/** The name in 《》 in a title; null where it was eaten. */
export function nameInTitle(title: string): string | null {
  const name = /《(.+)》/.exec(title)?.[1] ?? null;
  return name === null || isEaten(name) ? null : name;
}

/** Names in 《》 in the title, else in the first paragraphs; also a name that lost its marks (《…关于印发的通知》 keeps none). */
export function quotedPolicies(title: string | null, texts: readonly string[]): string[] {
  const quoted = namesIn(title ?? '');
  if (quoted.length === 0 && title !== null) {
    const bare = title
      .replace(
        /^(?:【[^】]*】|一图(?:读懂|看懂|了解)|图解|H5|(?:政策|图文|视频|音频|动漫|动画|漫画)?解读)[｜|:：\s]*/,
        '',
      )
      .replace(/(?:的)?(?:政策|文字|图文|视频|部门|专家)?(?:解读|说明)$/, '');
    if (bare !== title && bare.length >= 6) quoted.push(bare);
  }
  for (const text of texts.slice(0, 6))
    for (const name of namesIn(text.slice(0, 2000))) if (!quoted.includes(name)) quoted.push(name);
  return quoted.slice(0, 12);
}

/** Outer names in 《》; one nested in another (《关于印发〈…〉的通知》) belongs to it. */
function namesIn(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (let n = 0; n < text.length; n += 1) {
    if (text[n] === '《') {
      if (depth === 0) start = n + 1;
      depth += 1;
    } else if (text[n] === '》' && depth > 0) {
      depth -= 1;
      if (depth === 0 && n - start >= 4 && n - start <= 120) names.push(text.slice(start, n).replace(/\s/g, ''));
    }
  }
  return names;
}
