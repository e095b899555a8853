import type { Command } from 'commander';

const titles: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** What commander says of a wrong call, in the words of the reader. */
const sayings: [RegExp, string][] = [
  [/^error: required option '(.+)' not specified/, '缺少必填选项 $1'],
  [/^error: unknown command '(.+)'/, '没有“$1”这个命令'],
  [/^error: unknown option '(.+)'/, '没有“$1”这个选项'],
  [/^error: missing required argument '(.+)'/, '缺少参数 $1'],
  [/^error: option '(.+)' argument missing/, '选项 $1 没有给出值'],
  [/^error: option '(.+)' argument '(.+)' is invalid\. Allowed choices are (.+)\./, '选项 $1 不能是“$2”；可接受：$3'],
  [/^error: too many arguments.*/, '参数过多'],
  [/\(Did you mean (.+)\?\)/, '（是否想用 $1？）'],
];

/** Sets help and complaints of a command in Chinese; subcommands take it over when they are added. */
export function speakChinese(command: Command): Command {
  return command
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [command]', '显示某个命令的帮助')
    .showHelpAfterError('（加 --help 查看用法）')
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({
      outputError: (text, write) =>
        write(sayings.reduce((said, [pattern, words]) => said.replace(pattern, words), text)),
    });
}
