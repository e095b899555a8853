import { pino, type DestinationStream, type Logger } from 'pino';
import { PersonalError, type Settings } from '#kernel';

/** What a line is about: ids, counts and addresses of sites; never what a page says, nor who is named there. */
export type LogFields = Record<string, unknown>;

/** What this process tells about its work, beside the results that it gives. */
export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  /** @param error its trace is told unless it is one that a person can mend. */
  error(message: string, error: unknown, fields?: LogFields): void;
}

type Form = Pick<Settings, 'MINGJING_LOG' | 'LOG_LEVEL'>;

/** A log for people (a line of text) or for machines (`MINGJING_LOG=json`, a line of JSON each). */
export function openLog({ MINGJING_LOG, LOG_LEVEL }: Form, to: DestinationStream): Log {
  const json = MINGJING_LOG === 'json';
  const level = LOG_LEVEL ?? (json ? 'info' : 'warn');
  const logger = pino(
    {
      level,
      base: json ? { pid: process.pid } : null,
      messageKey: 'message',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    json ? to : { write: (line) => to.write(`${inWords(line)}\n`) },
  );
  return over(logger);
}

function over(logger: Logger): Log {
  return {
    info: (message, fields = {}) => logger.info(clean(fields), clean(message)),
    warn: (message, fields = {}) => logger.warn(clean(fields), clean(message)),
    error: (message, error, fields = {}) => logger.error(clean({ ...fields, error: shapeOf(error) }), clean(message)),
  };
}

function shapeOf(error: unknown): LogFields | string {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack } = error;
  return error instanceof PersonalError ? { name, message } : { name, message, stack };
}

const levels: Record<string, string> = { fatal: '严重', error: '错误', warn: '警告', info: '信息', debug: '调试' };

function inWords(line: string): string {
  const { level, time, message, error, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const about = Object.entries(fields).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const cause = error as { message?: string; stack?: string } | string | undefined;
  const why = typeof cause === 'string' ? cause : (cause?.stack ?? cause?.message);
  return `${String(time)} ${levels[String(level)] ?? ''} ${String(message)}${about.length > 0 ? `（${about.join('，')}）` : ''}${why ? `：${why}` : ''}`;
}

/** Names of fields whose values nobody must see, and passwords within addresses. */
const secretName = /pass(word)?|secret|token|authorization|cookie|api_?key/i;
const secretInAddress = /(:\/\/)[^\s/@]+@/g;

function clean<T>(value: T): T {
  if (typeof value === 'string') return value.replace(secretInAddress, '$1***@') as T;
  if (Array.isArray(value)) return value.map(clean) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, secretName.test(name) ? '***' : clean(member)]),
  ) as T;
}

const standardError: DestinationStream = { write: (line) => void process.stderr.write(line) };

let current = openLog({ MINGJING_LOG: 'text', LOG_LEVEL: undefined }, standardError);
let forMachines = false;

/** The log of this process, as the settings want it. */
export const log: Log = {
  info: (message, fields) => current.info(message, fields),
  warn: (message, fields) => current.warn(message, fields),
  error: (message, error, fields) => current.error(message, error, fields),
};

export function logAsSet(settings: Form, to = standardError): void {
  current = openLog(settings, to);
  forMachines = settings.MINGJING_LOG === 'json';
}

/** Whether every line that this process says is to be one of JSON. */
export const saysJson = (): boolean => forMachines;
