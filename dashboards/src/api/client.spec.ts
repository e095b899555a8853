import { describe, expect, it } from 'vitest';
import { body, circularFileUrl, done, markedPageUrl } from './client.js';

const response = (status: number) => new Response(null, { status });

describe('body', () => {
  it('gives the answer', async () => {
    await expect(body(Promise.resolve({ data: [1], response: response(200) }))).resolves.toEqual([1]);
  });

  it.each([
    [404, { message: '该单位在 2022Q4 没有得分' }, '该单位在 2022Q4 没有得分'],
    [404, { message: 'Cannot GET /x' }, '没有找到所要的内容，可能尚未评估或已更名。'],
    [401, {}, '请先登录，再重试。'],
    [403, undefined, '您的角色没有这项权限；如确需办理，请联系管理员。'],
    [500, undefined, '服务暂时出错，请稍后重试；如仍出错，请把发生时间告知管理员。'],
    [418, {}, '服务没有给出内容（状态 418）。'],
  ])('says for %i %j in Chinese why there is none', async (status, error, sentence) => {
    await expect(body(Promise.resolve({ error, response: response(status) }))).rejects.toThrow(sentence);
  });

  it('says so when the server was not reached', async () => {
    await expect(body(Promise.reject(new TypeError('fetch failed')))).rejects.toThrow('没有连上明镜服务');
  });
});

it('tells what the server asks for first', async () => {
  const error = { message: '请输入验证码', needs: 'code' };
  await expect(body(Promise.resolve({ error, response: response(401) }))).rejects.toMatchObject({ needs: 'code' });
});

it('takes a deed without an answer for done, and a refusal for none', async () => {
  await expect(done(Promise.resolve({ response: response(204) }))).resolves.toBeUndefined();
  await expect(done(Promise.resolve({ error: {}, response: response(403) }))).rejects.toThrow('没有这项权限');
});

it('writes addresses of kept pages and files', () => {
  expect(markedPageUrl('/api/v1/captures/c/page', [])).toBe('/api/v1/captures/c/page');
  expect(markedPageUrl('/api/v1/captures/c/page', ['甲&乙', '丙'])).toBe(
    '/api/v1/captures/c/page?mark=%E7%94%B2%26%E4%B9%99&mark=%E4%B8%99#mark',
  );
  expect(circularFileUrl('a/b', 'docx')).toBe('/api/v1/circulars/a%2Fb/file?format=docx');
});
