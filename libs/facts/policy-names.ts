/** Words around an eaten name: nothing is left between the verb and the kind of document. */
const eaten = /关于(?:印发|发布|公布|修订|转发|实施)的?(?:通知|公告|决定|意见)$/;

/** Whether a title in 《》 has lost the name within it: 《…关于印发的通知》. */
export function isEaten(name: string): boolean {
  return eaten.test(name);
}

/** A programme of radio or television, by its name or by who is its guest: “做客《政风行风热线》”. */
const programme = /(?:热线|直播间|会客厅|面对面|访谈|问政|大讲堂|[栏节]目)$/;
const guestOf = /(?:[做作]客|上线|录制|收[听看])[^《》，。]{0,10}$/;
const ofRules = /(?:法典?|条例|规[定划]|办法|细则|意见|方案|通知|计划|措施|标准|规程)$/;

function isProgramme(name: string, before: string): boolean {
  return name.length <= 12 && !ofRules.test(name) && (programme.test(name) || guestOf.test(before));
}

function withoutProgrammes(title: string): string {
  return title.replace(/《([^《》]{2,12})》/g, (whole, name: string, at: number) =>
    isProgramme(name, title.slice(Math.max(0, at - 24), at)) ? '' : whole,
  );
}

/** The name in 《》 in a title; null where it was eaten, or is that of a programme. */
export function nameInTitle(title: string): string | null {
  const name = /《(.+)》/.exec(withoutProgrammes(title))?.[1] ?? null;
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
      if (depth > 0 || n - start < 4 || n - start > 120) continue;
      const name = text.slice(start, n).replace(/\s/g, '');
      if (!isProgramme(name, text.slice(Math.max(0, start - 24), start - 1))) names.push(name);
    }
  }
  return names;
}
