import type { ColumnEvent, ColumnPin, ExplainedField } from '../api/types.js';
import { columnTitles, type Label } from './labels.js';

/** The standard column in words; any other column is 其他栏目. */
export function kindOf(key: string | null | undefined): string {
  return key ? (columnTitles[key] ?? key) : '其他栏目';
}

/** What happened to a column, one sentence. */
export function eventSentence({ kind, before, after }: ColumnEvent): string {
  switch (kind) {
    case 'new':
      return '首次见到';
    case 'gone':
      return '不见了：应有的页面上没有它的链接，或链接打不开';
    case 'back':
      return '又出现';
    case 'renamed':
      return `改名：“${before?.name ?? ''}”改为“${after.name}”`;
    case 'moved':
      return `换了网址：${before?.url ?? ''} 改为 ${after.url}`;
    case 'reclassified':
      return `改认：${kindOf(before?.key)}改为${kindOf(after.key)}`;
  }
}

/** What an assessor ruled, one sentence. */
export function pinSentence({ url, name, ruling, key, until }: ColumnPin): string {
  const subject = url === null ? `名为“${name ?? ''}”的栏目` : `栏目 ${url} `;
  const said = ruling === 'ignore' ? '不作为任何标准栏目' : `${ruling === 'is' ? '是' : '不是'}“${kindOf(key)}”`;
  return `${subject}${said}${until === null ? '' : `（只用于 ${until} 及以前采集的页面）`}`;
}

export const certaintyLabels: Record<NonNullable<ExplainedField['certainty']>, Label> = {
  sure: { text: '确定', tone: 'good' },
  likely: { text: '较有把握', tone: 'info' },
  doubtful: { text: '存疑', tone: 'warn' },
};

export const visitTitles: Record<string, string> = {
  home: '首页',
  openness: '政府信息公开页',
  column: '栏目',
  list: '列表',
  detail: '文章',
  probe: '站外页面',
};
