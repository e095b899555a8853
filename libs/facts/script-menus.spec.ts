import { describe, expect, it } from 'vitest';
import { parsePage } from './parsed-page.js';
import { readColumnLinks } from './page-columns.js';

const visit = {
  as: 'list' as const,
  depth: 1,
  columnKey: null,
  columnName: null,
  linkText: null,
  from: null,
  listPage: 1,
};
const columnsOf = (script: string) =>
  readColumnLinks(
    parsePage({
      ...{ url: 'http://a.example/gk/left.jsp', text: `<html><body><script>${script}</script></body></html>` },
      visit,
    } as never),
  ).map(({ key, name, url }) => `${key} ${name} ${url.replace('http://a.example', '')}`);

describe('menus that scripts draw', () => {
  it('of dTree are read, nodes without an address as entrances that only a script opens', () => {
    const script = `<!--
      d = new dTree('d');
      d.add(0,-1,'政府信息公开');
      d.add(1,0,'政府信息公开指南','page.jsp?p=zn','','main');
      d.add('3', '0', "法定主动公开内容");
      d.add(31,3,'政策文件',"right.jsp?sect=01",'','main');
      document.write(d); //-->`;
    expect(columnsOf(script)).toEqual([
      'guide 政府信息公开指南 /gk/page.jsp?p=zn',
      'policy 政策文件 /gk/right.jsp?sect=01',
      // It is there, and opens what is below it.
      'statutory 法定主动公开内容 ',
    ]);
  });

  it('of zTree are read, however their keys are written', () => {
    const script = `var zNodes = [{id:1, pId:0, name:"政府信息公开指南", url:"/gk/zn.html", target:"_self"},
      {"id":"2","pId":"0","name":"政府信息公开年报","href":"/gk/nb/"}]; $.fn.zTree.init($("#tree"), setting, zNodes);`;
    expect(columnsOf(script)).toEqual(['guide 政府信息公开指南 /gk/zn.html', 'annual 政府信息公开年报 /gk/nb/']);
  });

  it('are none where a set is added to', () => {
    expect(columnsOf(`var seen = new Set(); seen.add(1, 0, '政府信息公开指南', '/zn.html');`)).toEqual([]);
  });
});
