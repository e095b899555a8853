import { describe, expect, it } from 'vitest';
import { classifyColumn, isOpennessLink } from './classify-column.js';

describe('classifyColumn', () => {
  it.each([
    ['guide', '政府信息公开指南', '公开指南', '云岭县政府信息公开指南'],
    ['rules', '政府信息公开制度', '公开制度', '信息公开制度'],
    ['statutory', '法定主动公开内容', '法定主动公开'],
    ['catalogue', '主动公开基本目录', '公开目录', '标准目录', '政府信息公开目录', '基本目录'],
    ['annual', '政府信息公开年报', '政府信息公开年度报告', '信息公开年报', '公开年报'],
    ['request', '依申请公开', '政府信息依申请公开', '依申请公开系统'],
    ['policy', '政策文件', '规范性文件', '行政规范性文件', '文件', '县政府文件', '最新文件', '政策文件库'],
    ['interpretation', '政策解读', '解读回应', '文件解读', '政策解读>>', '【政策解读】'],
    ['notice', '通知公告', '公示公告', '公告公示', '通知 公告'],
    ['interaction', '互动交流', '政民互动', '公众参与'],
    ['service', '办事服务', '政务服务', '在线办事', '政务服务网'],
    [
      'topic',
      '基层政务公开标准化规范化',
      '基层政务公开标准化规范化专题',
      '基层政务公开标准化规范化专栏',
      '基层政务公开',
    ],
    ['news', '政务动态', '工作动态', '政务要闻', '云岭要闻', '部门动态'],
  ])('%s', (key, ...names) => {
    for (const name of names) expect([name, classifyColumn(name, '/a/')]).toEqual([name, key]);
  });

  it.each([
    '关于印发《政府信息公开指南》编制规范的通知',
    '云岭县教育局召开政务公开工作会议',
    '云岭县2025年政府信息公开年度报告',
    '云岭县重大建设项目领域基层政务公开标准目录',
    '云岭县财政局基层政务公开标准化规范化工作推进情况',
    '国务院政策文件库',
    '国务要闻',
    '政府网站年度工作报表',
    '首页',
    '更多',
    '',
  ])('no column: %s', (name) => {
    expect(classifyColumn(name, '/a/')).toBeNull();
  });

  it('takes no file for a column', () => {
    expect(classifyColumn('政府信息公开指南', '/files/zn.docx')).toBeNull();
  });
});

describe('isOpennessLink', () => {
  it.each(['政府信息公开', '政务公开', '信息公开', '政府信息公开专栏', '政 务 公 开'])('%s', (name) => {
    expect(isOpennessLink(name, '/zfxxgk/')).toBe(true);
  });
  it.each(['政府信息公开指南', '政府信息公开年报', '国务院信息公开', '依申请公开'])('not %s', (name) => {
    expect(isOpennessLink(name, '/zfxxgk/')).toBe(false);
  });
});
