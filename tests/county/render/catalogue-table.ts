import { esc } from './html.js';

/** Rows of the standard catalogue: 一级事项, 二级事项, 公开内容, 公开依据, 公开时限, whether for all of society. */
type Row = [first: string, second: string, content: string, basis: string, limit: string, everyone?: false];

const twenty = '信息形成或变更之日起20个工作日内';
const rule = '《政府信息公开条例》';

const rows: Record<string, Row[]> = {
  重大建设项目: [
    ['批准服务信息', '办事指南', '申报要求、申报材料清单、批准流程、办理时限、受理机构联系方式', rule, twenty],
    ['批准服务信息', '办理过程信息', '事项名称、事项办理部门、办理进展', '同上', '实时公开', false],
    ['施工信息', '施工管理服务', '施工单位、施工期限、施工地点', '《建筑法》', twenty],
  ],
  公共资源交易: [
    ['工程建设项目招标投标', '招标公告', '招标项目名称、内容、规模、资金来源', '《招标投标法》', '及时公开'],
    [
      '政府采购',
      '中标成交结果',
      '供应商名称、成交金额、主要标的',
      '《政府采购法》',
      '自中标通知书发出之日起2个工作日内',
    ],
    ['土地使用权出让', '成交公示', '宗地编号、面积、成交价格', rule, twenty],
  ],
  社会救助: [
    ['最低生活保障', '政策法规文件', '办理依据、办理条件、救助标准', '《社会救助暂行办法》', twenty],
    ['最低生活保障', '审核确认信息', '低保对象名单及相关信息', '同上', '信息形成10个工作日内', false],
    ['临时救助', '审批信息', '支出型临时救助对象名单、救助金额', '同上', twenty],
  ],
  义务教育: [
    ['政策文件', '教育法律法规和规范性文件', '教育法律、法规、规章及规范性文件', '《教育法》', twenty],
    ['招生管理', '招生政策', '招生入学方案、学校服务范围', '《义务教育法》', '每年6月30日前'],
    ['学生管理', '学生资助', '资助政策、申请条件、资助标准', '同上', twenty, false],
  ],
  城乡规划: [
    ['规划编制', '国土空间总体规划', '规划文本、图件、审批文件', '《城乡规划法》', '批准之日起20个工作日内'],
    ['规划许可', '建设工程规划许可', '许可结果、附图', '同上', '作出许可决定之日起7个工作日内'],
  ],
  城市综合执法: [
    ['机构职能', '机构设置', '机构名称、办公地址、执法事项、投诉电话', rule, twenty],
    ['行政处罚', '处罚结果', '处罚决定书文号、违法事实、处罚依据', '《行政处罚法》', '作出决定之日起7个工作日内'],
  ],
  户籍管理: [
    ['出生登记', '国内出生登记', '办理依据、申请材料、办理流程', '《户口登记条例》', twenty],
    ['迁移登记', '投靠迁移', '申请条件、申请材料、办理时限', '同上', twenty],
  ],
  税收管理: [
    ['纳税服务', '办税地图', '办税服务厅名称、地址、办公时间', rule, twenty],
    ['纳税服务', '办税指南', '事项名称、办理材料、办理流程', '同上', twenty],
  ],
  养老服务: [
    ['通用政策', '国家和地方养老服务政策', '文件名称、文号、发文部门', '《老年人权益保障法》', twenty],
    ['养老服务业务办理', '养老机构备案', '备案申请材料样式、备案流程', '同上', twenty],
  ],
  财政预决算: [
    ['政府预算', '收支总表', '一般公共预算收入表、支出表', '《预算法》', '本级人大批准后20日内'],
    ['部门决算', '部门收支总体情况', '收入决算表、支出决算表', '同上', '财政部门批复后20日内'],
  ],
  涉农补贴: [
    ['农业生产发展资金', '补贴结果', '补贴对象、补贴面积、补贴金额', rule, twenty],
    ['耕地地力保护补贴', '申报指南', '申报条件、申报程序、补贴标准', '同上', twenty],
  ],
  就业: [
    ['就业信息服务', '岗位信息发布', '招聘单位、岗位要求、福利待遇', '《就业促进法》', twenty],
    ['创业服务', '创业担保贷款申请', '申请条件、申请材料、办理流程', '同上', twenty, false],
  ],
  社会保险: [
    ['社会保险登记', '城乡居民养老保险参保登记', '事项名称、受理条件、办理材料', '《社会保险法》', twenty],
    ['待遇支付', '养老金申领', '申领条件、办理流程、办理时限', '同上', twenty],
  ],
  卫生健康: [
    ['行政许可', '公共场所卫生许可', '许可条件、程序、结果', '《公共场所卫生管理条例》', '作出决定之日起7个工作日内'],
    ['公共服务', '预防接种', '服务对象、服务机构、接种流程', '《疫苗管理法》', twenty],
  ],
  保障性住房: [
    ['规划计划', '年度建设计划', '项目名称、计划套数、开工时间', rule, twenty],
    ['配给管理', '公租房分配结果', '保障对象编号、房源地址、配租时间', '同上', twenty, false],
  ],
  农村危房改造: [
    ['改造任务', '对象认定', '申请条件、认定结果、改造方式', rule, twenty],
    ['资金使用', '补助资金发放', '发放对象、发放标准、发放时间', '同上', twenty],
  ],
  市政服务: [
    ['市政公用', '供水服务', '供水水质、停水通知、服务网点', rule, '实时公开'],
    ['市政设施', '道路挖掘许可', '许可条件、程序、结果', '《城市道路管理条例》', twenty],
  ],
  救灾: [
    ['备灾管理', '应急避难场所', '名称、地址、容纳人数', rule, twenty],
    ['灾后救助', '救助款物发放', '发放对象、数量、标准', '《自然灾害救助条例》', twenty],
  ],
  农村集体土地征收: [
    ['征收前期', '征收土地预公告', '征收范围、征收目的、土地现状调查安排', '《土地管理法》', '及时公开'],
    ['征收实施', '征地补偿安置方案', '补偿方式、标准、安置对象', '同上', twenty],
  ],
  公共文化服务: [
    ['公共服务', '公共文化机构免费开放', '机构名称、开放时间、服务项目', '《公共文化服务保障法》', twenty],
    ['公共服务', '文化活动', '活动名称、时间、地点', '同上', twenty],
  ],
};

export function catalogueFieldRows(field: string): Row[] {
  const found = rows[field];
  if (!found) throw new Error(`no catalogue rows for ${field}`);
  return found;
}

const tick = (yes: boolean) => (yes ? '√' : '');

/** One field's table with the two-row header of real catalogues and merged cells. */
export function catalogueTable(field: string): string {
  const list = catalogueFieldRows(field);
  const body = list.map((row, index) => {
    const [first, second, content, basis, limit, everyone] = row;
    const span = list[index - 1]?.[0] === first ? 0 : list.filter((other) => other[0] === first).length;
    const firstCell = span === 0 ? '' : `<td${span > 1 ? ` rowspan="${span}"` : ''}>${esc(first)}</td>`;
    const all = everyone !== false;
    return `<tr><td>${index + 1}</td>${firstCell}<td>${esc(second)}</td><td>${esc(content)}</td><td>${esc(basis)}</td><td>${esc(limit)}</td><td>${index === 0 ? '县级主管部门' : '同上'}</td><td>■政府网站 ■政务服务中心 □两微一端 □公开查阅点</td><td>${tick(all)}</td><td>${tick(!all)}</td><td>√</td><td></td><td>√</td><td>${tick(index % 2 === 0)}</td></tr>`;
  });
  return `<p style="text-align:center"><strong>${esc(field)}领域基层政务公开标准目录</strong></p>
<table border="1" cellspacing="0" cellpadding="4" class="ml-table"><tbody>
<tr><td rowspan="2">序号</td><td colspan="2">公开事项</td><td rowspan="2">公开内容（要素）</td><td rowspan="2">公开依据</td><td rowspan="2">公开时限</td><td rowspan="2">公开主体</td><td rowspan="2">公开渠道和载体</td><td colspan="2">公开对象</td><td colspan="2">公开方式</td><td colspan="2">公开层级</td></tr>
<tr><td>一级事项</td><td>二级事项</td><td>全社会</td><td>特定群体</td><td>主动</td><td>依申请</td><td>县级</td><td>乡级</td></tr>
${body.join('\n')}</tbody></table>`;
}
