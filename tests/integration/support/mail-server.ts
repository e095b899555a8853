import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** Invented, signed by itself, for tests alone. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgpDkUzdYHqniPa7w8
4yPBqVda8vOrHVyxw0uu324HjrChRANCAATW87zVf4yS4VdJY/u0hl1UoxeOZE85
9yozPCp0+U3CyhvPpjVqB03B03ihmlGIH4F0cqZg24P+bRMWwOiEFrA2
-----END PRIVATE KEY-----`;
export const mailCertificate = `-----BEGIN CERTIFICATE-----
MIIB5zCCAY2gAwIBAgIUIEsjGYhlUOeyPgkL7bkhYryNcVswCgYIKoZIzj0EAwIw
PTEnMCUGA1UECgwew6TCusKRw6XCssKtw6XCjsK/w6fCpMK6w6TCvsKLMRIwEAYD
VQQDDAlsb2NhbGhvc3QwIBcNMjYxMTIyMDI1MzA5WhgPMjEyNjEwMjkwMjUzMDla
MD0xJzAlBgNVBAoMHsOkwrrCkcOlwrLCrcOlwo7Cv8OnwqTCusOkwr7CizESMBAG
A1UEAwwJbG9jYWxob3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE1vO81X+M
kuFXSWP7tIZdVKMXjmRPOfcqMzwqdPlNwsobz6Y1agdNwdN4oZpRiB+BdHKmYNuD
/m0TFsDohBawNqNpMGcwHQYDVR0OBBYEFMMdZlyFXqDmK8eS1L7QLnzZ/cvbMB8G
A1UdIwQYMBaAFMMdZlyFXqDmK8eS1L7QLnzZ/cvbMA8GA1UdEwEB/wQFMAMBAf8w
FAYDVR0RBA0wC4IJbG9jYWxob3N0MAoGCCqGSM49BAMCA0gAMEUCIQCcDKkptK1i
YYE0upKa4c4akrSbhuEx9RQLj5IuruUWIgIgas5CIF9HSo3MnsDEZ96/71V5p1X7
HvFghckfasKDdNo=
-----END CERTIFICATE-----`;

export interface ReceivedMail {
  to: string[];
  /** Lines of the head, unfolded. */
  head: string;
  subject: string;
  /** All parts of text, decoded. */
  text: string;
  attachments: { name: string; bytes: Buffer }[];
  encrypted: boolean;
  user: string | null;
}

export interface MailServer {
  port: number;
  received: ReceivedMail[];
  /** What the next recipients are told instead of being taken. */
  refuse: { code: number; words: string } | null;
  close(): Promise<void>;
}

/** A real mail server on this machine, that takes what it is given and knows one account. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const running: MailServer = { port: 0, received, refuse: null, close: () => Promise.resolve() };
  const server = new SMTPServer({
    ...{ key, cert: mailCertificate, authMethods: ['PLAIN', 'LOGIN'], logger: false, ...options },
    onAuth: ({ username, password }, _, done) =>
      username === 'mj' && password === 'correct-horse'
        ? done(null, { user: username })
        : done(Object.assign(new Error('no such account mj'), { responseCode: 535 })),
    onRcptTo: (_, __, done) => {
      if (running.refuse === null) return done();
      done(Object.assign(new Error(running.refuse.words), { responseCode: running.refuse.code }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push({
          ...parsed(Buffer.concat(chunks).toString('utf8')),
          to: session.envelope.rcptTo.map(({ address }) => address),
          ...{ encrypted: session.secure, user: typeof session.user === 'string' ? session.user : null },
        });
        done();
      });
    },
  });
  // What goes wrong with one connection is its other end's to tell.
  server.on('error', () => undefined);
  await new Promise<void>((begun) => server.listen(0, '127.0.0.1', begun));
  running.port = (server.server.address() as AddressInfo).port;
  running.close = () => new Promise((closed) => server.close(() => closed()));
  return running;
}

function parsed(raw: string): Pick<ReceivedMail, 'head' | 'subject' | 'text' | 'attachments'> {
  const { head } = split(raw);
  const parts = leaves(raw);
  const text = parts.filter(({ head: own }) => !/^content-disposition: attachment/im.test(own));
  return {
    head,
    subject: words(/^subject: (.*)$/im.exec(head)?.[1] ?? ''),
    text: text
      .map(({ bytes }) => bytes.toString('utf8'))
      .join('\n')
      .replaceAll('\r\n', '\n'),
    attachments: parts
      .filter((part) => !text.includes(part))
      .map(({ head: own, bytes }) => ({ name: nameIn(own), bytes })),
  };
}

function split(raw: string): { head: string; body: string } {
  const at = raw.indexOf('\r\n\r\n');
  return { head: raw.slice(0, at).replace(/\r\n[ \t]+/g, ' '), body: raw.slice(at + 4) };
}

function leaves(raw: string): { head: string; bytes: Buffer }[] {
  const { head, body } = split(raw);
  const boundary = /boundary="?([^";\s]+)"?/i.exec(head)?.[1];
  if (boundary !== undefined)
    return body
      .split(`--${boundary}`)
      .slice(1, -1)
      .flatMap((part) => leaves(part.replace(/^\r\n/, '')));
  const how = /^content-transfer-encoding: (\S+)/im.exec(head)?.[1]?.toLowerCase();
  if (how === 'base64') return [{ head, bytes: Buffer.from(body, 'base64') }];
  return [{ head, bytes: how === 'quoted-printable' ? quoted(body) : Buffer.from(body) }];
}

function quoted(text: string): Buffer {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

/** Encoded words of a header (RFC 2047). */
function words(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, coded: string) =>
      (how.toUpperCase() === 'B' ? Buffer.from(coded, 'base64') : quoted(coded.replaceAll('_', ' '))).toString(
        'latin1',
      ),
    )
    .replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}

/** The name of a file, whole or in parts (RFC 2231), or as an encoded word. */
function nameIn(head: string): string {
  const pieces = [...head.matchAll(/filename\*(?:\d+\*)?=([^;\s]+)/gi)].map(([, piece]) =>
    piece!.replace(/^utf-8''/i, ''),
  );
  if (pieces.length > 0) return decodeURIComponent(pieces.join(''));
  return words(/filename="?([^";]+)"?/i.exec(head)?.[1] ?? '');
}
