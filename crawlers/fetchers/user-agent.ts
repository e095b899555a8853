/** How the crawler names itself; robots.txt rules for this name are obeyed. */
export const robotName = 'Mingjing';

/**
 * `Mingjing/0.1.0 (+https://…; open-government monitoring)`. Headers are ASCII, so that a contact in Chinese is
 * percent-encoded.
 */
export function userAgent(version: string, contact = ''): string {
  const clean = encodeURI(contact.replace(/[()\r\n\t;]+/g, ' ').trim()).replace(/%20/g, ' ');
  return `${robotName}/${version.replace(/[^\w.+-]/g, '')} (${clean ? `+${clean}; ` : ''}open-government monitoring)`;
}
