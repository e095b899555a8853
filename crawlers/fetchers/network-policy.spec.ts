import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { BadSettings } from '#kernel';
import { localFetcher, never, serve } from '../loopback-server.test.js';
import { NetworkPolicy, type Resolve } from './network-policy.js';

const resolvesTo =
  (...answers: string[][]): Resolve =>
  (_host, _options, done) =>
    done(
      null,
      ((answers.length > 1 ? answers.shift() : answers[0]) ?? []).map((address): LookupAddress => ({
        address,
        family: address.includes(':') ? 6 : 4,
      })),
    );

describe('which addresses may be reached', () => {
  const policy = new NetworkPolicy();
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::a9fe:a9fe',
    '2002:7f00:1::',
    '2001:0:0:0:0:0:80ff:fffe',
    '64:ff9b::102:304',
    'not an address',
  ])('%s is refused', (address) => expect(policy.permits(address)).toBe(false));

  it.each(['1.2.3.4', '222.143.21.5', '2400:3200::1', '::ffff:1.2.3.4'])('%s is reached', (address) =>
    expect(policy.permits(address)).toBe(true),
  );

  it.each([
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://１２７.0.0.1/',
    'file:///etc/passwd',
    'gopher://a.example/',
    'javascript:alert(1)',
    'nonsense',
  ])('%s is not even tried', (url) => expect(policy.refusal(url)).not.toBeNull());

  it('allows just the networks named, in either family', () => {
    const allowing = new NetworkPolicy('127.0.0.0/8, 10.2.0.0/16，fd00::/8 192.168.1.5');
    expect(
      ['127.9.9.9', '10.2.3.4', 'fd12::1', '192.168.1.5', '::ffff:10.2.0.1'].every((one) => allowing.permits(one)),
    ).toBe(true);
    expect(['10.3.0.1', '192.168.1.6', '169.254.169.254', '::1'].some((one) => allowing.permits(one))).toBe(false);
  });

  it('names every entry that is no network', () => {
    expect(() => new NetworkPolicy('10.0.0.0/8,内网,1.2.3.4/99')).toThrow(BadSettings);
    expect(() => new NetworkPolicy('10.0.0.0/8,内网')).toThrow('内网');
  });
});

describe('on the wire', () => {
  it('refuses loopback by address and by name, and never connects', async () => {
    const server = await serve({ '/': 'secret' });
    const port = new URL(server.origin).port;
    const byName = localFetcher({ policy: new NetworkPolicy('', resolvesTo(['127.0.0.1'])) });
    for (const url of [`${server.origin}/`, `http://[::ffff:127.0.0.1]:${port}/`, `http://inner.example:${port}/`])
      expect(await byName.fetch({ url, method: 'GET' }, never)).toMatchObject({
        outcome: 'blockedByPolicy',
        status: null,
      });
    expect(server.asked).toEqual([]);
    await byName.close();
    await server.close();
  });

  it('refuses a redirect to the inner network and to the metadata service', async () => {
    const inner = await serve({ '*': 'secret' });
    const to = (location: string) => (_: unknown, response: import('node:http').ServerResponse) =>
      void response.writeHead(302, { location }).end();
    const innerPort = new URL(inner.origin).port;
    // The public face is 127.0.0.9, the only address allowed; 127.0.0.1 stands for the inner network.
    const outer = await serve({
      '/a': to(`http://127.0.0.1:${innerPort}/admin`),
      '/b': to('http://169.254.169.254/latest/meta-data/'),
      '/c': to(`http://2130706433:${innerPort}/`),
      '/d': to('file:///etc/passwd'),
      '/e': `<meta http-equiv="refresh" content="0; url=http://127.0.0.1:${innerPort}/">`,
    });
    const outerPort = new URL(outer.origin).port;
    const front = await frontDoor(Number(outerPort));
    const fetcher = localFetcher({ policy: new NetworkPolicy('127.0.0.9') });
    for (const path of ['/a', '/b', '/c', '/d', '/e'])
      expect(await fetcher.fetch({ url: `${front.origin}${path}`, method: 'GET' }, never), path).toMatchObject({
        outcome: 'blockedByPolicy',
        status: null,
        redirects: [expect.any(String)],
      });
    expect(inner.asked).toEqual([]);
    await fetcher.close();
    await Promise.all([front.close(), outer.close(), inner.close()]);
  });

  it('is not fooled by a name that resolves differently the second time', async () => {
    const server = await serve({ '*': 'secret' });
    const port = new URL(server.origin).port;
    const rebinding = localFetcher({
      policy: new NetworkPolicy('127.0.0.9', resolvesTo(['127.0.0.9'], ['127.0.0.1'])),
    });
    const front = await frontDoor(Number(port));
    const url = `http://rebind.example:${new URL(front.origin).port}/`;
    expect(await rebinding.fetch({ url, method: 'GET' }, never)).toMatchObject({ outcome: 'ok' });
    await front.close();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await rebinding.fetch({ url, method: 'GET' }, never)).toMatchObject({ outcome: 'blockedByPolicy' });
    await rebinding.close();
    await server.close();
  });

  it('uses only the permitted ones of a mixed answer', async () => {
    const server = await serve({ '*': 'hello' });
    const front = await frontDoor(Number(new URL(server.origin).port));
    const fetcher = localFetcher({
      policy: new NetworkPolicy('127.0.0.9', resolvesTo(['127.0.0.1', '10.0.0.1', '127.0.0.9'])),
    });
    const url = `http://mixed.example:${new URL(front.origin).port}/`;
    expect(await fetcher.fetch({ url, method: 'GET' }, never)).toMatchObject({ outcome: 'ok' });
    await fetcher.close();
    await Promise.all([front.close(), server.close()]);
  });
});

/** Passes connections on 127.0.0.9 through to a port of 127.0.0.1. */
async function frontDoor(to: number): Promise<{ origin: string; close(): Promise<void> }> {
  const { createServer, connect } = await import('node:net');
  const sockets = new Set<import('node:net').Socket>();
  const server = createServer((socket) => {
    const inside = connect(to, '127.0.0.1');
    for (const one of [socket, inside]) {
      sockets.add(one);
      one.on('error', () => one.destroy());
    }
    socket.pipe(inside).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.9', resolve));
  const { port } = server.address() as import('node:net').AddressInfo;
  return {
    origin: `http://127.0.0.9:${port}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
