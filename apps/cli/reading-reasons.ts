import type { ReadingExplanation } from '#operations';

const certainties = { sure: '确定', likely: '较有把握', doubtful: '存疑，不作扣分依据' } as const;

/** What was read of a page and why, as lines for a reader. */
export function reasonsOf(address: string, { kind, family, listRule, fields, links }: ReadingExplanation): string {
  const lines = [`${address}`, `  页面种类：${kind}`, `  网站系统：${family.title}（${family.id}）`];
  if (listRule !== null) lines.push(`  列表：${listRule}`);
  for (const { title, value, source, certainty, why, other } of fields) {
    const notes = [
      source === null ? null : `取自${source}`,
      certainty === null ? null : certainties[certainty],
      value === null && certainty === null ? null : why,
      other === null ? null : `页面另有：${other}`,
    ].filter((note) => note !== null);
    lines.push(`  ${title}：${value ?? '没有'}${notes.length > 0 ? `（${notes.join('；')}）` : ''}`);
  }
  if (links.length > 0) lines.push('  链接与标准栏目：');
  for (const { name, url, why } of links) lines.push(`    ${name}  ${url || '（只能由脚本打开）'}  ${why}`);
  return `${lines.join('\n')}\n`;
}
