import { type LabelledField, pagesFolder, readLabels } from './labels.js';
import { measure, type Measured, type Score } from './measure.js';
import { readers } from './readers.js';

const names: Record<LabelledField | 'items', string> = {
  title: '标题',
  documentNumber: '发文字号',
  issuedOn: '成文日期',
  publishedOn: '发布日期',
  indexNumber: '索引号',
  items: '列表条目',
};

function cell({ exact, of }: Score): string {
  return of === 0 ? '—' : `${exact}/${of} ${((exact / of) * 100).toFixed(1)}%`;
}

/** Chinese characters take two places in a terminal. */
function padded(text: string, width: number): string {
  const taken = [...text].reduce((sum, char) => sum + (/[\u1100-\uffe6]/.test(char) && char !== '—' ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, width - taken));
}

function table(all: readonly Measured[]): string {
  const head = `${padded('字段', 12)}${all.map((one) => padded(one.reader, 30)).join('')}`;
  const rows = Object.entries(names).map(
    ([field, name]) =>
      `${padded(name, 12)}${all.map((one) => padded(cell(one.scores[field as keyof typeof names]), 30)).join('')}`,
  );
  return [head, ...rows].join('\n');
}

/** Prints how exactly labelled real pages are read, beside two general readers of articles. */
async function main(): Promise<void> {
  const folder = pagesFolder();
  const labels = readLabels(folder);
  if (!labels) {
    console.log(`没有标注页面（${folder}），跳过准确率测量。可用 MINGJING_SHARED 指定其所在目录。`);
    return;
  }
  const all: Measured[] = [];
  for (const reader of readers) all.push(await measure(reader, labels, folder));
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ pages: labels.length, readers: all }));
    return;
  }
  console.log(
    `${labels.length} 个标注页面，逐字段完全一致才算对（空白不计；标注为“-”“无”的，应读作 null）；“—”为该读者不提供此字段。\n`,
  );
  console.log(table(all));
  const [own] = all;
  console.log(`\n未读对的 ${own!.misses.length} 处：`);
  for (const miss of own!.misses)
    console.log(
      `  ${miss.file} ${names[miss.field]}：应为 ${miss.wanted ?? 'null'}，读到 ${miss.got ?? 'null'}（${miss.reason}）`,
    );
}

await main();
