import type { Route } from 'playwright';
import { textOfAnswer } from '../charset/index.js';
import type { Fetched } from '../model.js';
import { mimeOf } from './content-kind.js';

/** We decide the encoding, as for every page; a browser left alone guesses by its own language. */
export function asUtf8(answer: Fetched): Fetched {
  const declared = answer.headers['content-type'] ?? null;
  const contentType = `${mimeOf(declared ?? undefined) || 'text/html'}; charset=utf-8`;
  return {
    ...answer,
    headers: { ...answer.headers, 'content-type': contentType },
    body: Buffer.from(textOfAnswer(answer), 'utf8'),
  };
}

/** A film or its list of parts is not brought; whoever asked for it goes on as with an empty one, and draws its player. */
export function unread(answer: Fetched): Fetched {
  return { ...answer, outcome: 'ok', body: new Uint8Array() };
}

/** Answers a request of a page with what was brought for it. */
export async function fulfil(route: Route, answer: Fetched): Promise<void> {
  if (answer.status === null || answer.outcome === 'tooLarge' || answer.outcome === 'notHtml')
    return route.abort(answer.outcome === 'blockedByPolicy' ? 'blockedbyclient' : 'failed');
  const headers = Object.fromEntries(
    Object.entries(answer.headers).filter(
      ([name]) =>
        !/^(content-(encoding|length)|transfer-encoding|connection|keep-alive|strict-transport-security|location)$/i.test(
          name,
        ),
    ),
  );
  return route.fulfill({ status: answer.status, headers, body: Buffer.from(answer.body) });
}
