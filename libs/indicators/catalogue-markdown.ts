import { z } from 'zod';
import type { Basis } from './define-indicator.js';
import { indicators } from './indicators.js';
import type { FactName } from './model.js';

/** One indicator as the catalogue shows it. */
export interface IndicatorEntry {
  id: string;
  version: number;
  title: string;
  failureTitle: string;
  basis: readonly Basis[];
  measures: string;
  blindSpots: string;
  remedy: string;
  requires: readonly FactName[];
  /** The params as a rubric writes them, as JSON Schema. */
  params: { name: string; schema: string }[];
}

/** Data of the catalogue, in the order of the list. */
export function describeIndicators(): IndicatorEntry[] {
  return indicators.map(({ evaluate: _evaluate, consults: _consults, paramsSchema, ...described }) => ({
    ...described,
    params: Object.entries(z.toJSONSchema(paramsSchema, { io: 'input' }).properties ?? {}).map(([name, schema]) => ({
      name,
      schema: JSON.stringify(schema),
    })),
  }));
}

export const factTitles: Readonly<Record<FactName, string>> = {
  siteName: '网站名称',
  home: '首页',
  documents: '文件',
  interpretations: '解读',
  columns: '栏目',
  annualReports: '年度报告',
  catalogue: '公开事项',
  request: '依申请公开页面',
  matters: '村务公开、公众参与、开放日页面',
  unread: '未能读取的页面',
  guides: '公开指南',
  pageTags: '网页标签',
  sightings: '前后两轮采集的对照',
  probes: '监测访问记录',
  links: '链接检查记录',
  pages: '页面数',
};

/** The catalogue as the page `docs/indicators.md`. */
export function indicatorCatalogueMarkdown(): string {
  const entries = describeIndicators();
  return [
    '# 指标目录',
    '',
    '本页由程序生成。每个指标只说明事实如何；扣多少分由各方案的评分细则规定。无法测量的不计入分母，也不扣分。',
    '',
    '| 指标 | 名称 | 版本 |',
    '|---|---|---|',
    ...entries.map(({ id, title, version }) => `| [\`${id}\`](#${id}) | ${title} | ${version} |`),
    '',
    ...entries.flatMap(section),
  ].join('\n');
}

function section(entry: IndicatorEntry): string[] {
  return [
    `## ${entry.id}`,
    '',
    `**${entry.title}**（不符合时：${entry.failureTitle}）`,
    '',
    '依据：',
    '',
    ...entry.basis.map(({ source, clause, text }) => `- ${source} ${clause}：${text}`),
    '',
    `怎样测量：${entry.measures}`,
    '',
    `看不到什么：${entry.blindSpots}`,
    '',
    `怎样整改：${entry.remedy}`,
    '',
    `所用事实：${entry.requires.map((name) => factTitles[name]).join('、')}`,
    '',
    ...(entry.params.length > 0
      ? ['参数：', '', ...entry.params.map(({ name, schema }) => `- \`${name}\`：\`${schema}\``), '']
      : ['参数：无', '']),
  ];
}
