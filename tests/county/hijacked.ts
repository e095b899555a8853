import type { IncomingMessage, ServerResponse } from 'node:http';

/** The foreign host that took over an address once linked by a government site. Its wording is plainly artificial. */
export function hijackedPage(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>示例博彩广告站 - 在线娱乐 棋牌 彩票投注</title>
<meta name="keywords" content="在线娱乐,棋牌,彩票投注,博彩"></head><body style="background:#300;color:#fd0;text-align:center;font-family:sans-serif">
<h1>★示例博彩广告站★</h1><p>注册就送彩金！棋牌游戏、彩票投注、真人娱乐城（此页为人为编写的示例，用来演示“外链变异”，没有任何真实服务）</p>
<p>示例数据 · 云岭县为虚构县</p></body></html>`);
}
