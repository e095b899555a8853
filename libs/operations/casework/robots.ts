import { createHmac } from 'node:crypto';
import { Agent, request } from 'undici';
import type { RobotKind } from '#casework';
import { NetworkPolicy } from '#crawlers';
import { sentenceOf } from '../console.js';

export interface Robot {
  kind: RobotKind;
  url: string;
  secret: string | null;
}

const patienceMs = 15_000;
const longestAnswer = 16 * 1024;

/**
 * Says a message to a group robot, only at addresses that the policy permits, following no redirect.
 * @returns null when the robot took it, else one line on what went wrong, without the address, which is a secret.
 */
export async function tellRobot(
  robot: Robot,
  message: object,
  policy: NetworkPolicy,
  now: Date,
): Promise<string | null> {
  const refusal = policy.refusal(robot.url);
  if (refusal !== null) return refusal;
  const dispatcher = new Agent({ connect: { lookup: policy.lookup, timeout: patienceMs } });
  try {
    const { statusCode, body } = await request(signed(robot, now), {
      dispatcher,
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(patienceMs),
    });
    const answer = await textOf(body);
    if (statusCode !== 200) return `机器人所在服务答复 ${statusCode}`;
    return errorIn(answer);
  } catch (error) {
    const { name } = error as { name?: string };
    return name === 'TimeoutError'
      ? `${patienceMs / 1000} 秒没有答复`
      : `没有送达：${withoutAddress(sentenceOf(error), robot)}`;
  } finally {
    await dispatcher.destroy();
  }
}

/** 钉钉 wants the time and its HMAC in the address where the robot was given a secret (“加签”). */
function signed({ kind, url, secret }: Robot, now: Date): URL {
  const address = new URL(url);
  if (kind !== 'dingtalk' || secret === null) return address;
  const timestamp = String(now.getTime());
  address.searchParams.set('timestamp', timestamp);
  address.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  return address;
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > longestAnswer) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Both answer `{"errcode":0,"errmsg":"ok"}`, also with status 200 when they refuse. */
function errorIn(answer: string): string | null {
  try {
    const { errcode, errmsg } = JSON.parse(answer) as { errcode?: unknown; errmsg?: unknown };
    if (errcode === 0) return null;
    return `机器人没有接受（${String(errcode).slice(0, 20)}）：${String(errmsg).slice(0, 200)}`;
  } catch {
    return '答复的不是群机器人的格式，请核对网址';
  }
}

function withoutAddress(sentence: string, { url }: Robot): string {
  return sentence.replaceAll(url, '（网址）').slice(0, 200);
}
