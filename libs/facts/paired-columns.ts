import type { SiteDocument } from './site-documents.js';

/** Whether a document and an interpretation stand side by side: in the standard columns, or in folders of one parent. */
export function standInPairedColumns(policy: SiteDocument, interpretation: SiteDocument): boolean {
  if (policy.fact.columnKey === 'policy' && interpretation.fact.columnKey === 'interpretation') return true;
  const [one, other] = [columnFolder(policy.fact.url), columnFolder(interpretation.fact.url)];
  return one !== null && other !== null && one.parent === other.parent && one.folder !== other.folder;
}

/** `https://…/zfxxgk/gwhwj/202503/t1.html` → parent `https://…/zfxxgk`, folder `gwhwj`: folders of dates and hashes aside. */
function columnFolder(url: string): { parent: string; folder: string } | null {
  const parts = url
    .replace(/[?#].*$/, '')
    .split('/')
    .slice(0, -1);
  while (parts.length > 3 && /^(?:\d{1,8}|\d{4}-\d\d(?:-\d\d)?|[0-9a-f]{16,})$/i.test(parts.at(-1)!)) parts.pop();
  const folder = parts.pop();
  return folder === undefined || parts.length < 4 ? null : { parent: parts.join('/'), folder };
}

/** Words that titles of any matter share. */
const common =
  /人民政府|办公室|关于|印发|通知|实施|方案|意见|办法|细则|规定|工作|管理|进一步|加强|推进|开展|政策|文件|解读|一图读懂|图解|说明|做好|的/g;

const shortest = 4;

/** The longest run of characters that both titles have beside the common words and the name of the place, or null. */
export function sharedMatter(one: string, other: string): string | null {
  const a = matterOf(one);
  const b = matterOf(other);
  let best = '';
  for (const run of a)
    for (let from = 0; from + shortest <= run.length; from += 1)
      for (let to = from + Math.max(shortest, best.length + 1); to <= run.length; to += 1) {
        const words = run.slice(from, to);
        if (!b.some((text) => text.includes(words))) break;
        best = words;
      }
  return best === '' ? null : best;
}

function matterOf(title: string): string[] {
  return title
    .slice(0, 120)
    .replace(/[^\u4e00-\u9fa5]/g, ' ')
    .replace(common, ' ')
    .replace(/(?:^|\s)[\u4e00-\u9fa5]{2,3}[县区市乡镇]/g, ' ')
    .split(/\s+/)
    .filter((run) => run.length >= shortest);
}
