import { Unanswered } from './client.js';
import type { Upload } from './types.js';

/**
 * Sends a file and tells how far it is; sending the same file again keeps it once.
 * @param onProgress share sent, 0 to 1.
 * @throws {Unanswered} when the server refused, in its words, or the line broke.
 */
export function sendFile(
  file: File,
  organisation: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Upload> {
  // Only this way of asking tells how much has been sent.
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ organisation, name: file.name });
    request.open('POST', `/api/v1/uploads?${query.toString()}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 201) resolve(request.response as Upload);
      else reject(new Unanswered(sentence(request.response, request.status), request.status));
    };
    request.onerror = request.ontimeout = () => reject(new Unanswered('与服务的连接中断，请重试', null));
    request.onabort = () => reject(new DOMException('taken back', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function sentence(answer: unknown, status: number): string {
  const message = typeof answer === 'object' && answer !== null ? (answer as { message?: unknown }).message : null;
  return typeof message === 'string' ? message : `没有收下（状态 ${status}）`;
}
