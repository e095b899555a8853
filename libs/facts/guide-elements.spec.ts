import { describe, expect, it } from 'vitest';
import { readGuideElements } from './guide-elements.js';
import { type GuideElement, guideElements } from './model.js';

const whole = `为方便公民获取政府信息，云岭县财政局编制本指南。
一、信息分类和编排体系
政府信息分为机构职能、政策文件、财政预决算等类别，按照索引号、名称、内容概述、生成日期编排。
二、获取方式
可以在县政府网站查阅，也可以到县档案馆、图书馆查阅。
三、政府信息公开工作机构
名称：云岭县财政局办公室
办公地址：云岭县人民路8号
办公时间：工作日8:30—12:00
联系电话：0999-1234560
传真号码：0999-1234561
电子邮箱：gk@yunling.example`;

describe('the nine elements of a guide', () => {
  it('are all in a whole one, also where its letters are spread out', () => {
    expect(readGuideElements(whole)).toEqual({ found: [...guideElements], hinted: [] });
    const spread = whole.replace('联系电话：', '联 系 电 话\n').replace('传真号码：', '传　真：');
    expect(readGuideElements(spread).found).toEqual([...guideElements]);
  });

  it.each<[string, string, GuideElement]>([
    ['联系电话：0999-1234560\n', '', '联系电话'],
    ['传真号码：0999-1234561\n', '', '传真号码'],
    ['办公时间：工作日8:30—12:00\n', '', '办公时间'],
    ['办公地址：云岭县人民路8号\n', '', '办公地址'],
  ])('lack %s', (words, instead, element) => {
    const { found, hinted } = readGuideElements(whole.replace(words, instead));
    expect([...found, ...hinted]).not.toContain(element);
    expect(found).toHaveLength(8);
  });

  it.each<[string, string, GuideElement]>([
    ['传真号码：0999-1234561', '可以通过信函、传真提出申请', '传真号码'],
    ['传真号码：0999-1234561', '传真：无', '传真号码'],
    ['联系电话：0999-1234560', '联系电话：', '联系电话'],
    ['电子邮箱：gk@yunling.example', '也可以发送电子邮件', '互联网联系方式'],
    ['办公时间：工作日8:30—12:00', '节假日休息', '办公时间'],
  ])('are only spoken of: %s → %s', (words, instead, element) => {
    const { found, hinted } = readGuideElements(whole.replace(words, instead));
    expect(hinted).toEqual([element]);
    expect(found).toHaveLength(8);
  });

  it.each<[string, GuideElement]>([
    ['电话（传真）：0999-1234561', '传真号码'],
    ['受理机构：县财政局办公室', '工作机构名称'],
    ['三、公开机构\n云岭县财政局办公室，地址：云岭县人民路8号', '工作机构名称'],
    ['三、公开机构\n云岭县财政局办公室，地址：云岭县人民路8号', '办公地址'],
    ['网址：http://www.yunling.example', '互联网联系方式'],
    ['分类、编排体系按照主题、年度编排', '编排体系'],
    ['通过区政府网站、区档案馆查阅', '获取方式'],
  ])('are told in other words: %s', (text, element) => {
    expect(readGuideElements(text).found).toContain(element);
  });

  it('are read in bounded time', () => {
    for (const piece of ['传真', '地址', 'a', '可以', '分为', '#a', '联系方式'])
      expect(readGuideElements(piece.repeat(100_000)).found.length).toBeLessThan(9);
  });
});
