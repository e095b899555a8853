/** Fields of the metadata block of a document, whatever each site calls them. */
export type MetadataField =
  | 'indexNumber'
  | 'documentNumber'
  | 'issuedOn'
  | 'sentOn'
  | 'publishedOn'
  | 'issuer'
  | 'source'
  | 'title'
  | 'validity'
  | 'other';

export interface Label {
  field: MetadataField;
  /** Lower wins when a page has two labels for one field. */
  rank: number;
}

/** Synonyms, best first. */
const synonyms: Record<MetadataField, string> = {
  indexNumber: '索引号 信息索引号 索取号 信息索取号 索引码 公开索引号',
  documentNumber: '发文字号 公文文号 发文文号 文号 文件编号 文件文号 备注/文号 发文号 公文字号 文件字号',
  issuedOn:
    '成文日期 成文时间 公文生成日期 制发日期 形成日期 印发日期 印发时间 生成日期 信息生成日期 签发日期 制文日期 制发时间 形成时间 公文生成时间 成文日',
  // The day of writing on most sites, of publication where the block has another day of writing.
  sentOn: '发文日期',
  publishedOn: '发布日期 发布时间 公开日期 公开时间 发文时间 发表时间 信息发布日期 上网日期 发稿时间 时间 日期',
  issuer:
    '发文机关 发文机构 制发机关 制发机构 发文单位 发布机构 发布机关 公开责任部门 责任部门 主办单位 发布单位 公开主体 办文部门 发布部门 信息提供单位',
  source: '来源 信息来源 文章来源 稿件来源 内容来源',
  title: '标题 信息名称 公文名称 文件名称 公开事项名称 名称',
  validity: '有效性 是否有效 时效性 时效 有效期 有效状态 文件状态 效力状态',
  other:
    '主题分类 组配分类 信息分类 分类 公开目录 主题词 关键词 公开方式 公开形式 公开属性 公开范围 统一编号 内容概述 内容摘要 摘要 生效时间 生效日期 ' +
    '施行日期 实施日期 废止时间 废止日期 失效日期 失效时间 体裁 体裁分类 服务对象 作者 编辑 责任编辑 浏览次数 点击数 阅读次数 访问量 字体 字号 字体大小 分享到 分享 打印 ' +
    '公开时限 载体类型 信息格式 语种 栏目 所属栏目 公开类别 公开依据 公开对象 公开层级 公开渠道 公开渠道和载体 公开内容 公开要素 主题 备注 规范性文件统一编号 登记号 签发人 部门 地区 审核 阅读 浏览 视力保护色 保护视力色 点击 浏览量 次数 审稿 发布人 信息类别',
};

const known = new Map<string, Label>();
for (const [field, words] of Object.entries(synonyms))
  words.split(' ').forEach((word, rank) => known.set(word, { field: field as MetadataField, rank }));

/** Words that are labels only above the text: in a text “时间：” is the time of a meeting. */
export const onlyAbove = new Set([
  '时间',
  '日期',
  '名称',
  '来源',
  '标题',
  '主题',
  '备注',
  '部门',
  '地区',
  '分类',
  '时效',
  '有效期',
  '印发时间',
]);

/** What a label names, or null when it is none. `label` is as `squeezeLabel` leaves it. */
export function labelOf(label: string, inBody: boolean): Label | null {
  if (inBody && onlyAbove.has(label)) return null;
  return known.get(label) ?? null;
}

/** How far back a label stands among those of its field. */
export function rankOf(label: string): number {
  return known.get(label)?.rank ?? Number.MAX_SAFE_INTEGER;
}

export function isLabel(label: string): boolean {
  return known.has(label);
}

/** A label that has words glued before it: “本文索引号” is not one, “[索引号” is. */
export function trimLabel(label: string): string {
  return label.replace(/^[[【（(]+/, '');
}

/** A label without the spaces, entities, brackets and colons that it is written with. */
export function squeezeLabel(raw: string): string {
  // Most lines that are asked about are names of menus and columns.
  if (/^[\u4e00-\u9fa5]+$/.test(raw)) return raw;
  return raw
    .replace(/[\s\u0001\u00a0\u3000\u2002-\u200d\ufeff]/g, '')
    .replace(/^[[【]|[\]】]?[:：]?$/g, '')
    .replace(/^[·•*]/, '');
}

/** The value goes on with a label and a colon: two fields have run into each other. A short label may be a word of a title. */
export function holdsLabel(value: string): boolean {
  for (const match of value.slice(0, 400).matchAll(/([\u4e00-\u9fa5]{3,12})\s*[:：]/g))
    for (let from = 0; from <= match[1]!.length - 3; from += 1) if (known.has(match[1]!.slice(from))) return true;
  return false;
}

/** The text is nothing but the label of another field than this one: what follows it is not of this field. */
export function isLabelOfAnother(text: string | undefined, field: MetadataField): boolean {
  if (text === undefined || text.length > 24) return false;
  const label = known.get(squeezeLabel(text));
  return label !== undefined && label.field !== field;
}
