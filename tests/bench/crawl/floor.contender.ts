import { Agent, request } from 'undici';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import type { AnyNode } from 'domhandler';
import { runContender } from './contender.js';

/** The least anyone must do: get the bytes, build the tree, look at every node once. */
await runContender(async (origin, details) => {
  const agent = new Agent({ connections: 4 });
  let nodes = 0;
  const queue = [...details];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
        const { body } = await request(origin + path, { dispatcher: agent });
        const tree = parse(await body.text(), { treeAdapter: adapter });
        const stack: AnyNode[] = [tree];
        for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
          nodes += 1;
          if ('children' in node) stack.push(...node.children);
        }
      }
    }),
  );
  await agent.close();
  return nodes > 0 ? details.length : 0;
});
