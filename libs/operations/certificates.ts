import type { SiteCertificate } from '#database';
import { shanghaiTime } from './clock.js';

const problems: Record<NonNullable<SiteCertificate['problem']>, string> = {
  expired: '证书已过期',
  notYetValid: '证书尚未生效',
  wrongHost: '证书与域名不符',
  selfSigned: '证书为自签名',
  untrusted: '证书不受信任',
};
/** A certificate that ends within so many days is told of. */
export const certificateSoonDays = 30;

/** What is to be said of a certificate, with its last day; '' where all is well. @param now milliseconds since 1970. */
export function certificateWords(
  certificate: Pick<SiteCertificate, 'validTo' | 'problem'> | null,
  now: number,
): string {
  if (certificate === null) return '';
  const until = shanghaiTime(Date.parse(certificate.validTo)).slice(0, 10);
  if (certificate.problem) return `${problems[certificate.problem]}（${until} 止）`;
  const days = Math.floor((Date.parse(certificate.validTo) - now) / 86_400_000);
  if (days < 0) return `证书已过期（${until} 止）`;
  return days <= certificateSoonDays ? `证书还有 ${days} 天到期（${until}）` : '';
}
