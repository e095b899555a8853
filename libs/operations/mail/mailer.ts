import { createTransport } from 'nodemailer';
import { mailAddress, mailSubject } from '#casework';
import type { Settings } from '#kernel';

export interface Mail {
  /** One plain address. */
  to: string;
  subject: string;
  text: string;
  attachments?: readonly { name: string; type: string; bytes: Buffer }[];
}

/** Sends mail. */
export interface Mailer {
  /** @returns null when the server took it, else one line on what went wrong, without account and password. */
  send(mail: Mail): Promise<string | null>;
  close(): void;
}

export type MailSettings = Partial<
  Pick<Settings, 'MINGJING_SMTP_URL' | 'MINGJING_SMTP_PASSWORD' | 'MINGJING_SMTP_FROM' | 'MINGJING_SMTP_PLAIN'>
>;

const patienceMs = 20_000;

/**
 * By the mail server of the settings, which is trusted to be where the office says; null where none is set. Encrypted from the
 * first byte (`smtps:`) or by STARTTLS, with a certificate that holds, unless it is said that it may go plainly.
 * @param ca certificates that are taken beside those of the system.
 */
export function openMailer(settings: MailSettings, ca?: string): Mailer | null {
  const { MINGJING_SMTP_URL, MINGJING_SMTP_PASSWORD, MINGJING_SMTP_FROM, MINGJING_SMTP_PLAIN } = settings;
  if (MINGJING_SMTP_URL === undefined || MINGJING_SMTP_FROM === undefined) return null;
  const url = new URL(MINGJING_SMTP_URL);
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  const pass = MINGJING_SMTP_PASSWORD ?? decodeURIComponent(url.password);
  const transport = createTransport({
    host: url.hostname,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && MINGJING_SMTP_PLAIN !== true,
    ...(user === '' ? {} : { auth: { user, pass } }),
    tls: { minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
    pool: true,
    maxConnections: 1,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text, attachments = [] }) => {
      const address = mailAddress(to);
      if (address === null) return '收件地址不可用';
      try {
        await transport.sendMail({
          from: { name: '明镜', address: MINGJING_SMTP_FROM },
          to: { name: '', address },
          envelope: { from: MINGJING_SMTP_FROM, to: address },
          subject: mailSubject(subject),
          text,
          // No answer of a machine to a machine (RFC 3834).
          headers: { 'Auto-Submitted': 'auto-generated' },
          attachments: attachments.map(({ name, type, bytes }) => ({
            ...{ filename: name.replace(/[\p{Cc}/\\"]+/gu, ' '), contentType: type, content: bytes },
          })),
        });
        return null;
      } catch (error) {
        return faultOfMail(error as { code?: string; responseCode?: number });
      }
    },
    close: () => transport.close(),
  };
}

const faults: Readonly<Record<string, string>> = {
  EAUTH: '邮件服务器不接受账号或口令',
  ENOAUTH: '邮件服务器要求账号和口令',
  ETLS: '与邮件服务器之间不能加密',
  ESOCKET: '连不上邮件服务器，或其证书不可信',
  ECONNECTION: '连不上邮件服务器',
  ETIMEDOUT: '邮件服务器没有及时答复',
  EDNS: '找不到邮件服务器',
  EENVELOPE: '邮件服务器不接受收件或发件地址',
  EMESSAGE: '邮件服务器不接受这封邮件',
};

/** What is told of a fault is by its kind alone: what servers say may hold account and address. */
function faultOfMail({ code, responseCode }: { code?: string; responseCode?: number }): string {
  const words = faults[code ?? ''] ?? '邮件没有发出';
  return responseCode === undefined ? words : `${words}（${responseCode}）`;
}
