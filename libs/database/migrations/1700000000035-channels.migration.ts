import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where digests are sent, and whether each day's was. */
const up = [
  `create table notice_channel (
    id text not null,
    name text not null,
    kind text not null,
    url text not null,
    secret text,
    programme text not null,
    hour integer not null,
    workdays_only boolean not null,
    created_by text not null,
    created_at timestamptz(3) not null,
    removed_at timestamptz(3),
    constraint notice_channel_pk primary key (id)
  )`,
  `create table notice_sending (
    channel text not null,
    day date not null,
    state text not null,
    attempts integer not null,
    note text,
    at timestamptz(3) not null,
    constraint notice_sending_pk primary key (channel, day),
    constraint notice_sending_channel_fk foreign key (channel) references notice_channel (id) on delete cascade
  )`,
];

export class Channels1700000000035 implements MigrationInterface {
  readonly name = 'Channels1700000000035';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table notice_sending`);
    await runner.query(`drop table notice_channel`);
  }
}
