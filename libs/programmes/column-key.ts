/** Keys of the standard columns; `news` is 政务动态. Facts read them, plans ask for them. */
export const columnKeys = [
  'guide',
  'rules',
  'statutory',
  'catalogue',
  'annual',
  'request',
  'policy',
  'interpretation',
  'notice',
  'interaction',
  'service',
  'topic',
  'news',
] as const;
export type ColumnKey = (typeof columnKeys)[number];

export const columnTitles: Record<ColumnKey, string> = {
  guide: '政府信息公开指南',
  rules: '政府信息公开制度',
  statutory: '法定主动公开内容',
  catalogue: '主动公开基本目录',
  annual: '政府信息公开年报',
  request: '依申请公开',
  policy: '政策文件',
  interpretation: '政策解读',
  notice: '通知公告',
  interaction: '互动交流',
  service: '办事服务',
  topic: '基层政务公开标准化规范化专题',
  news: '政务动态',
};
