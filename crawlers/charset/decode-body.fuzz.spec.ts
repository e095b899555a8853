import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../tests/accuracy/gb18030.js';
import { decodeBody } from './decode-body.js';

const factor = Number(process.env.FUZZ_RUNS ?? 1);
const times = (runs: number) => ({ numRuns: runs * factor, seed: 11 });

const utf8 = (text: string) => new TextEncoder().encode(text);
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

const sentences = [
  '云岭县人民政府关于印发云岭县老年助餐服务实施方案的通知',
  '各乡镇人民政府，县政府各部门：现将有关事项通知如下，请认真贯彻执行。',
  '一、加强组织领导，明确工作责任，确保按时完成任务。',
  '（云政发〔2025〕11号）2025年3月18日',
  '索引号：000014349/2025-00012　发布日期：2025-03-21',
  '第三季度累计办结群众诉求一千二百件，满意率百分之九十八。',
  '<p class="x">附件：1.申请表.docx</p>',
];
const words = fc.array(fc.constantFrom(...sentences), { minLength: 4, maxLength: 40 }).map((found) => found.join('\n'));
const labels = [
  'utf-8',
  'gb2312',
  'GBK',
  'gb18030',
  'big5',
  'iso-8859-1',
  'windows-1252',
  'utf-16',
  'utf-16le',
  'x-none',
];
const label = fc.option(fc.constantFrom(...labels, 'iso-2022-jp', 'shift_jis', 'utf-7', '"'), { nil: null });
const header = label.map((name) => (name === null ? null : `text/html; charset=${name}`));
const meta = label.map((name) => (name === null ? '' : `<meta charset="${name}">`));

const encoders = { 'utf-8': utf8, gb18030: encodeGb18030 } as const;
type Encoding = keyof typeof encoders;
const encoding = fc.constantFrom<Encoding>('utf-8', 'gb18030');

function fits(bytes: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const replaced = (text: string) => text.match(/\ufffd/g)?.length ?? 0;

describe('bodies in any bytes', { timeout: 300_000 * factor }, () => {
  it('are decoded, whatever they are and whatever is said of them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), header, meta, (bytes, said, tag) => {
        const { text, charset } = decodeBody(join(utf8(tag), bytes), said);
        expect(text.length).toBeLessThanOrEqual(tag.length + bytes.length + 1);
        expect(new TextDecoder(charset).encoding).toBe(charset);
      }),
      times(1500),
    );
  });

  it('are in the one encoding that they fit, whatever header and page say', () => {
    fc.assert(
      fc.property(words, encoding, header, meta, (text, name, said, tag) => {
        const bytes = encoders[name](tag + text);
        const others = ['utf-8', 'gb18030', 'big5', 'shift_jis'].filter((other) => other !== name);
        fc.pre(name === 'utf-8' || !others.some((other) => fits(bytes, other)));
        expect(decodeBody(bytes, said)).toEqual({ text: tag + text, charset: name });
      }),
      times(600),
    );
  });

  it('lose only what is cut off when they end anywhere', () => {
    fc.assert(
      fc.property(words, encoding, header, fc.nat({ max: 3000 }), (text, name, said, cut) => {
        const bytes = encoders[name](text);
        const part = bytes.subarray(0, Math.max(60, bytes.length - cut));
        const read = decodeBody(part, said?.includes('big5') || said?.includes('jis') ? null : said);
        expect(read.charset).toBe(name);
        expect(text.startsWith(read.text)).toBe(true);
        expect(replaced(read.text)).toBe(0);
      }),
      times(600),
    );
  });

  it('keep nearly all when some bytes are broken, lost or too many', () => {
    const damage = fc.record({
      at: fc.noBias(fc.nat(999_999)).map((n) => n / 1_000_000),
      kind: fc.constantFrom('broken', 'lost', 'more'),
      byte: fc.nat(255),
    });
    fc.assert(
      fc.property(
        words,
        encoding,
        header,
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        (text, name, said, all) => {
          const bytes = [...encoders[name](text)];
          for (const { at, kind, byte } of all) {
            const place = Math.floor(at * bytes.length);
            if (kind === 'broken') bytes[place] = byte;
            else bytes.splice(place, kind === 'lost' ? 1 : 0, ...(kind === 'lost' ? [] : [byte]));
          }
          const chinese = said === null || /gb|utf-8/i.test(said);
          const read = decodeBody(Uint8Array.from(bytes), chinese ? said : null);
          expect(read.charset).toBe(name);
          expect(replaced(read.text)).toBeLessThanOrEqual(all.length * 4);
          // A lost byte of two shifts what follows, up to the next plain character.
          const whole = text.split('\n').filter((line) => read.text.includes(line)).length;
          expect(whole).toBeGreaterThanOrEqual(text.split('\n').length - 2 * all.length);
        },
      ),
      times(600),
    );
  });

  it('in UTF-16 are read by their mark, or by the header and their zero bytes', () => {
    fc.assert(
      fc.property(
        words,
        fc.constantFrom('utf-16le', 'utf-16be'),
        fc.boolean(),
        fc.nat(40),
        (text, name, marked, cut) => {
          const page = `<html><body>${text}`;
          const buffer = Buffer.from((marked ? '\ufeff' : '') + page, 'utf16le');
          const bytes = new Uint8Array(name === 'utf-16be' ? buffer.swap16() : buffer);
          const read = decodeBody(
            bytes.subarray(0, bytes.length - cut),
            marked ? 'text/html; charset=gbk' : `a/b;charset=${name}`,
          );
          expect(read.charset).toBe(name);
          expect(page.startsWith(read.text.replace(/\ufffd$/, ''))).toBe(true);
        },
      ),
      times(300),
    );
  });

  it('in plain ASCII stay what they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 300 }), header, meta, (noise, said, tag) => {
        const text = `<html>${tag}${noise.replace(/[^\n -[\]-}]/g, ' ')}</html>`;
        expect(decodeBody(utf8(text), said).text).toBe(text);
      }),
      times(600),
    );
  });

  it('are decoded in time that grows with their length only', () => {
    for (const part of ['<meta charset="', '<!--', '<meta ', '\xff\xfe<', '<?xml encoding="', '\x81\x30']) {
      const bytes = Uint8Array.from(Buffer.from(part.repeat(Math.ceil(1_000_000 / part.length)), 'latin1'));
      const begun = process.cpuUsage();
      decodeBody(bytes, 'text/html; charset=' + 'g'.repeat(1000));
      expect([part, process.cpuUsage(begun).user < 1_000_000]).toEqual([part, true]);
    }
  });
});
