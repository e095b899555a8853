import type { Report } from '../shape.js';

interface Figures {
  year: number;
  published: string;
  /** Pieces of information published, of them normative documents made, documents in force. */
  given: [number, number, number];
  permits: number;
  requests: number;
  overall: string;
  problems: string;
  other: string;
  without?: number;
}

const table = (rows: string[][]): string =>
  `! <table class="nb" border="1" cellspacing="0" cellpadding="4">${rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table>`;

const sections = (f: Figures): string[] => [
  `一、总体情况\n${f.overall}`,
  `二、主动公开政府信息情况\n${table([
    ['第二十条第（一）项', '', '', ''],
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '0', '0', '0'],
    ['行政规范性文件', String(f.given[1]), '0', String(f.given[2])],
    ['第二十条第（五）项', '', '', ''],
    ['行政许可', String(f.permits), '', ''],
    ['第二十条第（六）项', '', '', ''],
    ['行政处罚', '0', '', ''],
    ['行政强制', '0', '', ''],
  ])}`,
  `三、收到和处理政府信息公开申请情况\n${table([
    ['本列数据的勾稽关系', '自然人', '法人或其他组织', '总计'],
    ['一、本年新收政府信息公开申请数量', String(f.requests), '0', String(f.requests)],
    ['二、上年结转政府信息公开申请数量', '0', '0', '0'],
    ['三、本年度办理结果：予以公开', String(f.requests), '0', String(f.requests)],
    ['四、结转下年度继续办理', '0', '0', '0'],
  ])}`,
  `四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n${table([['行政复议', '0', '行政诉讼', '0']])}`,
  `五、存在的主要问题及改进情况\n${f.problems}`,
  `六、其他需要报告的事项\n${f.other}`,
];

const numerals = ['一', '二', '三', '四', '五', '六'];

/** Parts are numbered anew when one is left out, as an editor would do it. */
const renumbered = (parts: string[]): string[] =>
  parts.map((part, at) => part.replace(/^[一二三四五六]、/, `${numerals[at] ?? ''}、`));

function report(f: Figures): Report {
  const kept = sections(f).filter((_, at) => at + 1 !== f.without);
  return {
    key: `annual-${f.year}`,
    column: 'c106105',
    title: `岚沧镇人民政府${f.year}年政府信息公开工作年度报告`,
    published: f.published,
    year: f.year,
    parts: [1, 2, 3, 4, 5, 6].filter((part) => part !== f.without),
    trap: f.without ? `缺第${f.without}部分，其后编号顺延` : undefined,
    look: { meta: 'none' },
    body: `
根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，现公布岚沧镇人民政府${f.year}年政府信息公开工作年度报告。本报告所列数据统计期限为${f.year}年1月1日至12月31日。
${renumbered(kept).join('\n')}
>> ${f.published.slice(0, 10)}`,
  };
}

/** 政府信息公开工作年度报告, 2022 to 2025. */
export const reports: Report[] = [
  report({
    year: 2025,
    published: '2026-01-22 10:30',
    given: [412, 2, 9],
    permits: 82,
    requests: 3,
    overall:
      '（一）主动公开。全年公开政府信息412条，其中政策文件37件、解读材料21篇。\n（二）依申请公开。收到申请3件，均按期答复。\n（三）政府信息管理。落实公开属性源头认定，清理规范性文件1次。\n（四）平台建设。完成网站集约化平台升级，优化政策文件库检索功能。\n（五）监督保障。开展业务培训2期，接受社会评议1次。',
    problems:
      '存在问题：解读形式不够丰富，部分村务公开更新不及时。改进措施：增加图解、音视频解读比重，建立村务公开月通报制度。',
    other: '本年度未收取信息处理费。',
  }),
  report({
    year: 2024,
    published: '2025-01-21 16:05',
    given: [368, 1, 7],
    permits: 64,
    requests: 2,
    overall:
      '（一）主动公开。全年通过门户网站、政务新媒体公开信息368条。\n（二）依申请公开。收到申请2件，办结2件。\n（三）政府信息管理。严格执行“三审三校”，全年未发生失泄密事件。\n（四）平台建设。设置政务公开专区10处。\n（五）监督保障。将政务公开纳入村级年度考核，权重为4%。',
    problems: '存在问题：基层公开人员变动频繁，业务不熟。改进措施：实行A、B岗制度，加强以会代训。',
    other: '无其他需要报告的事项。',
  }),
  report({
    year: 2023,
    published: '2024-01-23 11:18',
    given: [297, 2, 6],
    permits: 51,
    requests: 1,
    overall:
      '（一）主动公开。全年公开政府信息297条，重点公开社会救助、涉农补贴等信息。\n（二）依申请公开。收到申请1件，已答复。\n（三）政府信息管理。完成历年文件归类整理。\n（四）平台建设。规范设置政府信息公开专栏。\n（五）监督保障。召开专题会议2次。',
    problems: '存在问题：公开内容与群众需求还有差距。改进措施：开展“政府开放日”活动，听取群众意见。',
    other: '无其他需要报告的事项。',
    without: 4,
  }),
  report({
    year: 2022,
    published: '2023-01-18 09:27',
    given: [251, 1, 4],
    permits: 45,
    requests: 0,
    overall:
      '（一）主动公开。全年公开政府信息251条。\n（二）依申请公开。本年度未收到政府信息公开申请。\n（三）政府信息管理。建立信息发布审核台账。\n（四）平台建设。开设“人居环境整治”专题。\n（五）监督保障。明确1名副职分管、1名专人负责。',
    problems: '存在问题：公开渠道单一。改进措施：用好“村村响”、公示栏等方式延伸公开触角。',
    other: '本年度未收取信息处理费。',
  }),
];
