import { describe, expect, it } from 'vitest';
import type { ColumnEvent, ColumnPin } from '../api/types.js';
import { eventSentence, kindOf, pinSentence } from './columns.js';

const identity = { key: 'notice' as const, name: '通知公告', url: 'http://www.yunling.example/tzgg/', parent: null };
const event = (kind: ColumnEvent['kind'], after: Partial<ColumnEvent['after']> = {}): ColumnEvent => ({
  id: 'e',
  column: 'c',
  kind,
  before: kind === 'new' ? null : identity,
  after: { ...identity, ...after },
  round: 'r',
  at: '2026-06-01T00:00:00.000Z',
  capture: 'p',
});
const pin = (more: Partial<ColumnPin>): ColumnPin => ({
  id: 'p',
  url: null,
  name: '信息专区',
  ruling: 'is',
  key: 'policy',
  author: '甲科',
  reason: '内容相符',
  until: null,
  createdAt: '2026-06-01T00:00:00.000Z',
  withdrawn: null,
  ...more,
});

describe('columns in words', () => {
  it.each([
    [event('new'), '首次见到'],
    [event('renamed', { name: '公示公告' }), '改名：“通知公告”改为“公示公告”'],
    [
      event('moved', { url: 'http://www.yunling.example/gg/' }),
      '换了网址：http://www.yunling.example/tzgg/ 改为 http://www.yunling.example/gg/',
    ],
    [event('reclassified', { key: null }), '改认：通知公告改为其他栏目'],
  ])('says what happened', (one, sentence) => expect(eventSentence(one)).toBe(sentence));

  it.each([
    [pin({}), '名为“信息专区”的栏目是“政策文件”'],
    [
      pin({ ruling: 'isNot', until: '2026-06-30' }),
      '名为“信息专区”的栏目不是“政策文件”（只用于 2026-06-30 及以前采集的页面）',
    ],
    [
      pin({ ruling: 'ignore', key: null, url: 'http://www.yunling.example/x/', name: null }),
      '栏目 http://www.yunling.example/x/ 不作为任何标准栏目',
    ],
  ])('says what was ruled', (one, sentence) => expect(pinSentence(one)).toBe(sentence));

  it('knows a column that is none of the standard ones', () => expect(kindOf(null)).toBe('其他栏目'));
});
