import { describe, expect, it } from 'vitest';
import { classifyColumn, isOpennessLink, isSiteMapLink } from './classify-column.js';

const list = (names: string) => names.trim().split(/\s+/);

describe('classifyColumn', () => {
  it.each([
    [
      'guide',
      '政府信息公开指南 公开指南 政务公开指南 云岭县政府信息公开指南 信息公开工作指南 政府信息公开指南和目录 部门信息公开指南',
    ],
    [
      'rules',
      '政府信息公开制度 公开制度 信息公开制度 政务公开制度 信息公开规定 政府信息公开相关制度 政府信息公开制度规范',
    ],
    ['statutory', '法定主动公开内容 法定主动公开 主动公开 主动公开内容 法定公开内容 云岭县法定主动公开内容'],
    [
      'catalogue',
      '主动公开基本目录 公开目录 标准目录 政府信息公开目录 基本目录 主动公开目录 政务公开事项标准目录 政府信息主动公开目录 主动公开清单 基层政务公开标准目录',
    ],
    [
      'annual',
      '政府信息公开年报 政府信息公开年度报告 信息公开年报 公开年报 年报 政府信息公开工作年度报告 政务公开年报 历年政府信息公开年报 云岭县政府信息公开年报 年报专栏',
    ],
    [
      'request',
      '依申请公开 政府信息依申请公开 依申请公开系统 我要申请公开 信息公开申请 依申请公开专栏 公开申请 政府信息公开在线申请 云岭县依申请公开',
    ],
    [
      'policy',
      '政策文件 规范性文件 行政规范性文件 文件 县政府文件 最新文件 政策文件库 政府公文 县政府办文件 政策法规 现行有效规范性文件 云岭县政策文件 镇政府文件 政策文件(128) 政策文件Policies',
    ],
    [
      'interpretation',
      '政策解读 解读回应 文件解读 政策解读>> 【政策解读】 本级政策解读 图解政策 解读与回应 政策解读专栏 政策解读回应 视频解读 视频音频解读 音视频解读 政策文字解读 云岭县政策解读 政策解读更多>>',
    ],
    [
      'notice',
      '通知公告 公示公告 公告公示 公告栏 公示栏 通知通告 政府公告 通知、公告 云岭县通知公告 公告 最新公告 公告公示栏',
    ],
    [
      'interaction',
      '互动交流 政民互动 公众参与 交流互动 互动 互动交流平台 云岭县政民互动 领导信箱 县长信箱 在线咨询 咨询投诉 网民留言 我要写信',
    ],
    ['service', '办事服务 政务服务 在线办事 政务服务网 一网通办 网上办事大厅 便民服务 办事大厅 云岭政务服务网'],
    [
      'topic',
      '基层政务公开标准化规范化 基层政务公开标准化规范化专题 基层政务公开标准化规范化专栏 基层政务公开 基层政务公开专栏 政务公开标准化规范化 “两化”专栏 基层政务公开试点领域 试点工作专栏 政务公开试点专栏 专题专栏 热点专题 专题',
    ],
    ['news', '政务动态 工作动态 政务要闻 云岭要闻 部门动态 新闻中心 乡镇动态 图片新闻 云岭新闻 今日要闻'],
  ])('%s', (key, names) => {
    for (const name of list(names)) expect([name, classifyColumn(name, '/a/')]).toEqual([name, key]);
    expect(classifyColumn('通知 公告', '/a/')).toBe('notice');
  });

  it.each([
    [
      'titles of articles',
      '关于印发《政府信息公开指南》编制规范的通知 云岭县教育局召开政务公开工作会议 云岭县2025年政府信息公开年度报告 云岭县财政局基层政务公开标准化规范化工作推进情况 云岭县住建局关于停水的公告 公开什么？政策解读 公告（3）政策文件 县政府办公室组织修订主动公开基本目录',
    ],
    ['guides of other things', '依申请公开指南 投资指南 申请指南 旅游指南'],
    [
      'other yearbooks and reports',
      '统计年鉴 部门预算年报 政府工作报告 政府网站工作年度报表 法治政府建设年度报告 财政预决算 企业年报 环境信息公开年度报告 工作报告 年度计划',
    ],
    [
      'other announcements',
      '招标公告 采购公告 招聘公告 征地公告 行政处罚公示 双公示 任前公示 环评公示 人事任免 村务公示 土地出让公告 信用公示 环保公告公示',
    ],
    [
      'policies of others or out of force',
      '国务院政策文件库 上级政策文件 国家政策文件 省级政策文件 废止失效文件 规范性文件征求意见 政策咨询 政策问答 政策兑现 上级政策解读',
    ],
    [
      'catalogues of other things',
      '权责清单 云岭县重大建设项目领域基层政务公开标准目录 收费目录清单 行政许可事项清单 证明事项清单',
    ],
    ['what surrounds an application', '依申请公开流程 依申请公开申请表 依申请公开收费标准 依申请公开答复'],
    ['other services', '政务服务中心 政务服务管理局 政务服务好差评 公共法律服务 社会化服务'],
    ['other news', '国务要闻 媒体动态 国内新闻 党建动态 新闻发布会 人事动态 中央要闻 招商动态'],
    ['neighbours of interpretations', '回应关切 热点回应 统计数据解读 解读制度 政策解读满意度'],
    ['others', '首页 更多 网站地图 意见箱 历史沿革 数据开放 信息公开 无障碍'],
  ])('no column: %s', (_, names) => {
    for (const name of list(names)) expect([name, classifyColumn(name, '/a/')]).toEqual([name, null]);
    expect(classifyColumn('', '/a/')).toBeNull();
  });

  it('takes no file for a column, and no page of the central government', () => {
    expect(classifyColumn('政府信息公开指南', '/files/zn.docx')).toBeNull();
    expect(classifyColumn('政策文件', 'https://www.gov.cn/zhengce/')).toBeNull();
  });
});

describe('isOpennessLink', () => {
  it.each([
    '政府信息公开',
    '政务公开',
    '信息公开',
    '政府信息公开专栏',
    '政 务 公 开',
    '云岭县政府信息公开',
    '政府信息公开平台',
  ])('%s', (name) => {
    expect(isOpennessLink(name, '/zfxxgk/')).toBe(true);
  });
  it.each(['政府信息公开指南', '政府信息公开年报', '国务院信息公开', '依申请公开', '财政信息公开'])(
    'not %s',
    (name) => {
      expect(isOpennessLink(name, '/zfxxgk/')).toBe(false);
    },
  );
});

it('knows the link to the map of the site', () => {
  for (const name of ['网站地图', '站点地图', '[网站地图]']) expect(isSiteMapLink(name, '/wzdt/')).toBe(true);
  for (const name of ['电子地图', '云岭地图', '地图']) expect(isSiteMapLink(name, '/dt/')).toBe(false);
});
