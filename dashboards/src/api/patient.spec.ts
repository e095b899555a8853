import { describe, expect, it, vi } from 'vitest';
import { asJson, patient } from './patient.js';

const url = 'http://x.example/api/v1/column-pins';
const form = () => new Request(url, { method: 'POST', body: '{"reason":"写了很久的理由"}' });
const answers = (...responses: Response[]) => {
  const bodies: string[] = [];
  const ask = vi.fn(async (request: Request) => {
    bodies.push(await request.text());
    const response = responses.shift();
    if (!response) throw new Error('asked once too often');
    return response;
  });
  return { ask, bodies };
};
const refused = (status: number, body: object) => new Response(JSON.stringify(body), { status });
const needs = (signedIn: boolean) => ({ signIn: vi.fn(async () => signedIn), changePassword: vi.fn() });

describe('patient', () => {
  it('sends the same form again after sign-in', async () => {
    const { ask, bodies } = answers(refused(401, { message: '请先登录' }), new Response('{}', { status: 201 }));
    const response = await patient(ask, needs(true))(form());
    expect(response.status).toBe(201);
    expect(bodies).toEqual(['{"reason":"写了很久的理由"}', '{"reason":"写了很久的理由"}']);
  });

  it('gives the refusal where nobody signs in', async () => {
    const { ask } = answers(refused(401, { message: '请先登录' }));
    expect((await patient(ask, needs(false))(form())).status).toBe(401);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('asks a second time only once', async () => {
    const { ask } = answers(refused(401, {}), refused(401, {}));
    const asked = needs(true);
    expect((await patient(ask, asked)(form())).status).toBe(401);
    expect(asked.signIn).toHaveBeenCalledTimes(1);
  });

  it.each([
    'http://x.example/api/v1/session',
    'http://x.example/api/v1/session?x',
    'http://x.example/api/v1/session/password',
  ])('lets a wrong password through: %s', async (address) => {
    const { ask } = answers(refused(401, { message: '账号或口令不对' }));
    const asked = needs(true);
    expect((await patient(ask, asked)(new Request(address, { method: 'POST' }))).status).toBe(401);
    expect(asked.signIn).not.toHaveBeenCalled();
  });

  it('says when the first password must be changed, and leaves the answer to be read', async () => {
    const { ask } = answers(refused(403, { message: '请先修改口令', needs: 'password' }));
    const asked = needs(true);
    const response = await patient(ask, asked)(form());
    expect(asked.changePassword).toHaveBeenCalledTimes(1);
    await expect(response.json()).resolves.toMatchObject({ needs: 'password' });
  });

  it('takes another 403 for what it is', async () => {
    const { ask } = answers(refused(403, { message: '没有这项权限' }));
    const asked = needs(true);
    await patient(ask, asked)(form());
    expect(asked.changePassword).not.toHaveBeenCalled();
  });
});

describe('asJson', () => {
  it('says JSON also where there is nothing to say', async () => {
    const request = asJson(new Request('http://x.example/api/v1/accounts/a/password', { method: 'POST' }));
    expect(request.headers.get('content-type')).toBe('application/json');
    expect(await request.text()).toBe('{}');
  });

  it.each([
    new Request(url),
    new Request(url, { method: 'DELETE' }),
    new Request(url, { method: 'PUT', body: '{"a":1}', headers: { 'content-type': 'application/json' } }),
  ])('leaves others as they are', (request) => {
    expect(asJson(request)).toBe(request);
  });
});
