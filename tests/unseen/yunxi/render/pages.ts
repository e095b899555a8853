import { escaped, paths } from '../addresses.js';
import { platformFrame } from './platform.js';
import { portalShell } from './shell.js';

/** The guide: the fax has a label and no number. */
export const guidePage = () =>
  platformFrame(
    '政府信息公开指南',
    `<div class="bt">云溪镇政府信息公开指南</div><div class="fx">发布日期：2024-11-05　更新日期：2026-01-08</div><div class="nr">
<p>为了方便公民、法人和其他组织获取本机关政府信息，根据《中华人民共和国政府信息公开条例》，编制本指南。</p>
<p><b>一、公开内容与分类</b></p><p>本机关政府信息分为机构职能、政策文件、规划计划、财政信息、应急管理、社会救助等类别。</p>
<p><b>二、编排体系</b></p><p>政府信息按组配分类编排，每条信息由索引号、名称、内容概述、生成日期、文号等要素组成。</p>
<p><b>三、获取方式</b></p><p>公众可以通过云衡县人民政府门户网站云溪镇子站、镇便民服务中心查阅点获取主动公开的信息；也可以<a href="${escaped(paths.request)}">申请公开</a>。</p>
<p><b>四、公开工作机构</b></p><p>工作机构名称：云溪镇党政综合办公室</p><p>办公地址：云衡县云溪镇朝阳路1号301室</p><p>办公时间：工作日8:30—12:00，14:30—17:30</p>
<p>联系电话：0000-1234567</p><p>传真号码：　　　　</p><p>电子邮箱：yxzdzb@yunheng.example</p></div>`,
  );

const head = ['公开内容（要素）', '公开依据', '公开时限', '公开主体', '公开渠道和载体'];

/** 基层政务公开标准目录: one table inside another, with cells over several rows. */
export const cataloguePage = () =>
  platformFrame(
    '云溪镇基层政务公开标准目录',
    `<div class="bt">云溪镇基层政务公开标准目录</div><div class="fx">发布日期：2025-12-10</div><div class="nr">
<table width="100%" border="0"><tr><td>
<table border="1" class="MsoNormalTable"><tr><td rowspan="2">序号</td><td colspan="2">公开事项</td>${head.map((name) => `<td rowspan="2">${name}</td>`).join('')}<td colspan="2">公开对象</td><td colspan="2">公开方式</td><td rowspan="2">公开层级</td></tr>
<tr><td>一级事项</td><td>二级事项</td><td>全社会</td><td>特定群体</td><td>主动</td><td>依申请</td></tr>
<tr><td>1</td><td rowspan="3">社会救助</td><td>最低生活保障</td><td>政策法规文件、办事指南、审核审批信息</td><td rowspan="3">《社会救助暂行办法》</td><td rowspan="2">自信息形成或变更之日起20个工作日内</td><td rowspan="3">云溪镇人民政府</td><td rowspan="2">■政府网站 □政府公报 ■社区/企事业单位/村公示栏（电子屏）</td><td>√</td><td></td><td>√</td><td></td><td rowspan="3">乡级</td></tr>
<tr><td>2</td><td>特困人员救助供养</td><td>同上</td><td>√</td><td></td><td>√</td><td></td></tr>
<tr><td>3</td><td>临时救助</td><td>支出型临时救助、急难型临时救助</td><td>同上</td><td>■政府网站<br>■入户/现场</td><td>√</td><td></td><td>√</td><td></td></tr>
<tr><td>4</td><td rowspan="2">涉农补贴</td><td>耕地地力保护补贴</td><td>补贴对象、标准、资金安排</td><td rowspan="2">《农业法》</td><td>实时公开</td><td rowspan="2">云溪镇农业农村办公室</td><td rowspan="2">■政府网站 ■两微一端 □纸质媒体</td><td>√</td><td></td><td>√</td><td></td><td rowspan="2">县级、乡级</td></tr>
<tr><td>5</td><td>农机购置补贴</td><td>补贴机具、受益对象</td><td>〃</td><td></td><td>购机农户</td><td></td><td>√</td></tr>
<tr><td>6</td><td>农村集体土地征收</td><td>征地公告</td><td>征收土地预公告、补偿安置公告</td><td>《土地管理法》</td><td>5个工作日内</td><td>云溪镇人民政府</td><td>■政府网站 ■村公示栏</td><td>√</td><td></td><td>√</td><td></td><td>乡级</td></tr>
</table></td></tr></table></div>`,
  );

export const leadersPage = () =>
  portalShell({
    title: '镇情概况',
    body: '<div class="content"><h2>云溪镇概况</h2><p>云溪镇位于云衡县东部，辖4个村、1个居委会，面积86平方公里。</p><table border="1"><tr><td>镇长</td><td>主持镇政府全面工作</td></tr><tr><td>副镇长</td><td>负责农业农村、乡村振兴工作</td></tr></table></div>',
  });

/** Answers 200 though nothing is there. */
export const softMissing = () =>
  portalShell({ title: '提示信息', body: '<div class="msg">对不起，您访问的信息不存在或已被删除！</div>' });
