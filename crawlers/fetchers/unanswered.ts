import { excuses } from '#evidence';
import { textOfAnswer } from '../charset/index.js';
import type { Fetched } from '../model.js';

/** Longer answers hold something. */
const longest = 2000;

/**
 * Whether a page's script got no answer to what it asked for: the server stumbled, or says in its answer that it did
 * (`{"code":500,"msg":"系统异常","data":null}`). What is not there (404) is none of it, nor is a film that is not brought.
 */
export function isUnanswered(answer: Fetched): boolean {
  if (answer.outcome !== 'ok') return excuses(answer.outcome) && answer.outcome !== 'notHtml';
  if (answer.body.byteLength > longest) return false;
  const text = textOfAnswer(answer).trim();
  return text.startsWith('{') && saysSo(text);
}

function saysSo(text: string): boolean {
  let told: Record<string, unknown>;
  try {
    told = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return false;
  }
  const { code, status, errcode, data, rows, result } = told;
  const isEmpty = [data, rows, result].every((value) => value === undefined || value === null || value === '');
  return isEmpty && [code, status, errcode].some((value) => /^(?:401|403|429|5\d\d)$/.test(String(value)));
}
