import type { ColumnKey, PageReading } from './model.js';

/** Entrances: their page is a gateway, not a list. */
const entrances = new Set<ColumnKey>(['guide', 'request', 'service', 'interaction']);

export function holdsCatalogue({ catalogue }: PageReading): boolean {
  return (catalogue?.length ?? 0) > 0;
}

/** Whether a column's page holds what it is for: a guide, a form, a gateway: content that is not a list. */
export function isContent(reading: PageReading, key: ColumnKey): boolean {
  const letters = reading.detail?.text.replace(/\s/g, '').length ?? 0;
  const files = reading.detail?.attachments.length ?? 0;
  if (reading.kind === 'guide' || reading.kind === 'annualReport' || reading.kind === 'catalogue')
    return letters >= 30 || files > 0;
  if (holdsCatalogue(reading)) return true;
  if (isWrittenOut(reading, key)) return true;
  if (entrances.has(key)) return letters >= 40 || files > 0 || (reading.detail?.formats.length ?? 0) > 0;
  // Menus and addresses make no content; sentences do.
  const text = reading.detail?.text ?? '';
  return (
    letters >= 200 &&
    /[^\n]{30,}。/.test(text) &&
    !/暂无|没有(?:相关)?(?:内容|信息|数据)|建设中/.test(text.slice(0, 400))
  );
}

/** One page of rules in words and files, or of the catalogue as a file that bears its name. */
function isWrittenOut({ detail }: PageReading, key: ColumnKey): boolean {
  const { attachments = [], text = '' } = detail ?? {};
  if (key === 'rules')
    return attachments.length > 0 && text.replace(/\s/g, '').length >= 40 && /制度[^\n]{0,200}。/.test(text);
  return key === 'catalogue' && attachments.some(({ title }) => /(?:公开|事项|标准|基本)目录/.test(title));
}
