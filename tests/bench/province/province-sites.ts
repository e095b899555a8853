import { createHash } from 'node:crypto';

/** What is wrong with a site, in one of the ways in which sites are; null for most. */
export type Fault =
  | 'hangs'
  | 'drops'
  | 'broken'
  | 'half'
  | 'forbidden'
  | 'challenged'
  | 'limited'
  | 'loop'
  | 'huge'
  | 'file'
  | 'gone'
  | 'robots'
  | 'soft';

export const faults: readonly Fault[] = [
  'hangs',
  'drops',
  'broken',
  'half',
  'forbidden',
  'challenged',
  'limited',
  'loop',
  'huge',
  'file',
  'gone',
  'robots',
  'soft',
];

export interface ProvinceSite {
  name: string;
  host: string;
  /** Before each answer, milliseconds: 50–3000, most of them quick. */
  delayMs: number;
  fault: Fault | null;
  documents: number;
}

const documentsPerSite = 6;

/** Invented sites, each under an address of its own on loopback; two of a hundred are faulty, every way in turn. */
export function provinceSites(count: number): ProvinceSite[] {
  return Array.from({ length: count }, (_, n) => {
    const chance = createHash('sha256').update(`site ${n}`).digest().readUInt32BE(0) / 2 ** 32;
    const isFaulty = n % 50 === 7;
    return {
      name: `云岭省第${n + 1}号单位`,
      host: `127.${1 + Math.floor(n / 60_000)}.${Math.floor(n / 250) % 240}.${(n % 250) + 1}`,
      delayMs: Math.round(50 * 60 ** (chance ** 2)),
      fault: isFaulty ? (faults[Math.floor(n / 50) % faults.length] ?? null) : null,
      documents: documentsPerSite,
    };
  });
}

const page = (title: string, body: string): string =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><meta name="SiteName" content="云岭省"></head><body>${body}</body></html>`;

/** The pages of one site by path. */
export function pageOf(site: ProvinceSite, path: string): string | null {
  if (path === '/') return page(site.name, '<div class="nav"><a href="/zcwj/">政策文件</a></div><p>欢迎访问</p>');
  const title = (n: number): string => `${site.name}关于做好第${n}批公开事项办理工作的通知`;
  const day = (n: number): string => `2026-0${(n % 6) + 1}-1${n % 10}`;
  if (path === '/zcwj/') {
    const rows = Array.from(
      { length: site.documents },
      (_, n) => `<li><a href="/zcwj/${n + 1}.html">${title(n + 1)}</a><span>${day(n + 1)}</span></li>`,
    );
    return page('政策文件', `<ul>${rows.join('')}</ul>`);
  }
  const n = Number(/^\/zcwj\/(\d+)\.html$/.exec(path)?.[1]);
  if (!(n >= 1 && n <= site.documents)) return null;
  const text = Array.from(
    { length: 40 },
    (_, line) => `<p>第${line + 1}条　各科室应当按照职责公开第${n}批事项的办理依据、条件、程序和结果，并接受监督。</p>`,
  );
  return page(
    title(n),
    `<h1>${title(n)}</h1><div>发布时间：${day(n)}　来源：${site.name}</div><div class="TRS_Editor"><p>云政发〔2026〕${n}号</p>${text.join('')}<p>${site.name}</p></div>`,
  );
}
