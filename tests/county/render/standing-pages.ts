import type { GuideLine, Unit } from '../model.js';
import { catalogueTable } from './catalogue-table.js';
import { esc } from './html.js';

/** 政府信息公开指南 with the nine elements of 条例 art. 12, save what the unit's leaves out. It bears no date. */
export function guideHtml(unit: Unit): string {
  const p = (text: string) => `<p>${esc(text)}</p>`;
  const h = (text: string) => `<p><strong>${esc(text)}</strong></p>`;
  const line = (name: GuideLine, value: string) => {
    if (unit.guide?.lacks?.includes(name)) return '';
    return p(`${name}：${unit.guide?.bare?.includes(name) ? '见公示栏' : value}`);
  };
  return [
    p(`为方便公民、法人和其他组织获取政府信息，${unit.name}编制本指南，并根据工作变动及时更新。`),
    h('一、信息分类和编排体系'),
    p('（一）信息分类。主动公开的政府信息分为机构职能、政策文件、规划计划、财政预决算、行政执法、公共服务等类别。'),
    p('（二）编排体系。政府信息按照索引号、名称、内容概述、生成日期等要素编排。'),
    h('二、获取方式'),
    p(
      '主动公开的信息可通过本网站“政府信息公开”专栏、县档案馆、县图书馆和政务服务中心查阅点获取；其他信息可以提出申请。',
    ),
    h('三、政府信息公开工作机构'),
    p(`工作机构名称：${unit.name}政务公开工作机构`),
    p(`办公地址：${unit.address}`),
    line('办公时间', '工作日上午8:30—12:00，下午14:30—18:00'),
    p(`联系电话：${unit.phone}`),
    line('传真号码', unit.phone.replace(/\d{2}$/u, '99')),
    p(`互联网联系方式：gongkai-${unit.key}@${unit.place.domain}`),
  ].join('\n');
}

/** 依申请公开: how to apply, and the form. */
export function requestHtml(unit: Unit, action: string): string {
  return `<p>公民、法人或者其他组织可以向${esc(unit.name)}申请获取其未主动公开的政府信息。受理机构收到申请后依法登记、审核、办理、答复、归档。</p>
<p>申请方式：当面提交、邮寄、网上提交。受理地址：${esc(unit.address)}，联系电话：${esc(unit.phone)}。</p>
<form class="ysq-form" action="${esc(action)}" method="post">
<p><label>申请人类型 <select name="type"><option>公民</option><option>法人或其他组织</option></select></label></p>
<p><label>姓名或名称 <input name="name" type="text"></label></p>
<p><label>联系方式 <input name="contact" type="text"></label></p>
<p><label>所需政府信息的名称、文号或者其他特征性描述 <textarea name="content" rows="4"></textarea></label></p>
<p><label>获取方式 <select name="way"><option>电子邮件</option><option>邮寄</option><option>自行领取</option></select></label></p>
<p><button type="submit">提交申请（示例，不会送出）</button></p></form>`;
}

/** A township's catalogue: the tables of its fields one after the other. */
export function townCatalogueHtml(fields: string[]): string {
  return fields.map(catalogueTable).join('\n<p>&nbsp;</p>\n');
}
