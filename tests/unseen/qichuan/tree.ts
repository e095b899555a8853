import { FIELDS, fieldPath } from './columns.js';

/** The tree at the left of the platform. */
export const tree =
  (): string => `<ul class="gk-menu"><li><a href="/xxgkpt/zfxxgkzn/">政府信息公开指南</a></li><li><a href="/xxgkpt/zfxxgkzd/">政府信息公开制度</a></li>
<li class="on"><a href="/xxgkpt/fdzdgknr/">法定主动公开内容</a><ul><li><a href="/xxgkpt/fdzdgknr/ghjh/">规划计划</a></li><li><a href="/xxgkpt/fdzdgknr/rsxx/">人事信息</a></li><li><a href="/xxgkpt/fdzdgknr/yjgl/">应急管理</a></li>
<li><i class="jia">+</i><a href="/xxgkpt/fdzdgknr/jczwgk/">基层政务公开</a><ul style="display:none">${FIELDS.map(([key, name]) => `<li><a href="${fieldPath(key)}">${name}</a></li>`).join('')}</ul></li></ul></li>
<li><a href="/xxgkpt/jbml/">基层政务公开标准目录</a></li><li><a href="/xxgkpt/zfxxgknb/">政府信息公开年报</a></li><li><a href="/xxgkpt/ysqgk/">依申请公开</a></li></ul>`;
