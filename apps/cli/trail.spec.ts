import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { commands } from './commands/index.js';
import { pathOf, reads, writes } from './trail.js';

function leaves(command: Command): string[] {
  return command.commands.length === 0 ? [pathOf(command)] : command.commands.flatMap(leaves);
}

describe('the trail of commands', () => {
  it('knows of every command whether it changes something', () => {
    const program = new Command('mingjing');
    for (const add of commands) add(program);
    const known = [...Object.keys(writes), ...reads];
    expect(leaves(program).sort()).toEqual(known.sort());
  });
});
