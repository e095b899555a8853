import pg from 'pg';
import { QueryFailedError } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { MissingResource } from '#kernel';
import { DatabaseAway, databaseFault } from './database-fault.js';

const coded = (code: string, message = 'said by the server') => Object.assign(new Error(message), { code });
const query = (error: Error) => new QueryFailedError('select 1', [], error);

describe('databaseFault', () => {
  it.each<[string, unknown, string]>([
    ['a full disk', query(coded('53100', 'could not extend file')), '数据库：磁盘已满，写不进去'],
    ['a server that goes down', query(coded('57P01')), '数据库：连接中断或无法连接'],
    ['one that starts up', coded('57P03'), '数据库：连接中断或无法连接'],
    ['a refused connection', coded('ECONNREFUSED'), '数据库：连接中断或无法连接'],
    ['a name with several addresses', new AggregateError([coded('ECONNREFUSED')]), '数据库：连接中断或无法连接'],
    ['a connection that broke', query(new Error('Connection terminated unexpectedly')), '数据库：连接中断或无法连接'],
    ['a standby', query(coded('25006')), '数据库：只能读取'],
    ['too many connections', coded('53300'), '数据库：连接数已到上限'],
    ['an error that wraps it', new Error('while saving', { cause: coded('53100') }), '数据库：磁盘已满'],
  ])('names %s in one line', (_name, error, line) => {
    const fault = databaseFault(error);
    expect(fault).toBeInstanceOf(MissingResource);
    expect(fault?.message).toContain(line);
    expect(fault?.message).not.toContain('\n');
  });

  it.each<[string, unknown]>([
    ['a wrong statement', query(coded('42601'))],
    ['a statement that wants too much memory', query(coded('53200'))],
    ['a row that is there', query(coded('23505'))],
    ['an error of this program', new TypeError('x is undefined')],
    ['what is no error', '53100'],
    ['nothing', undefined],
  ])('leaves %s as it is', (_name, error) => expect(databaseFault(error)).toBeNull());

  it('knows what the driver says of a server that is not there', async () => {
    const client = new pg.Client({ connectionString: 'postgres://u:p@127.0.0.1:1/x' });
    const error: unknown = await client.connect().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(databaseFault(error)).toBeInstanceOf(DatabaseAway);
  });
});
