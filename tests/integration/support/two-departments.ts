import type { BlobStore } from '#evidence';
import { type OrganisationRow, siteId, type Stores, unnumbered } from '#database';
import type { TaskUnitState } from '#scoring';
import { assessment, capture, emptyFacts, finding, organisation, scorecard } from './invented.js';

/** What is said of one department, and what must not be found in an answer to another. */
export interface Department {
  unit: OrganisationRow;
  finding: string;
  capture: string;
  upload: string;
  material: string;
  /** What the public said of it. */
  remark: string;
  /** What it sent, and a notice to it. */
  appeal: string;
  notice: string;
  /** Words that stand in nothing but what is said of it. */
  marks: string[];
}

export interface TwoDepartments {
  own: Department;
  other: Department;
  /** Below the own one. */
  below: OrganisationRow;
  round: string;
  assessment: string;
  circular: string;
}

export const period = '2022Q4';
export const programme = 'pingliang-2020';

/** Two departments of a county, and an office below the first, all real: each with a page, a document, a finding and a task. */
export async function settleTwoDepartments(stores: Stores, blobs: BlobStore): Promise<TwoDepartments> {
  const county = organisation('云岭县人民政府', { category: '政府', sample: false });
  const below = organisation('云岭县国库中心', { sample: false, parent: '云岭县财政局' });
  const depart = (name: string, host: string) =>
    organisation(name, { sample: false, parent: county.name, site: `https://${host}.yunling.example/` });
  const units = [depart('云岭县财政局', 'czj'), depart('云岭县教育局', 'jyj')];
  await stores.organisations.importOrganisations([county, ...units, below]);
  const opened = await stores.rounds.openRound({ source: 'live', sample: false, startedAt: '2022-12-31T00:00:00Z' });
  const round = opened.id;
  const cards = [];
  const states: TaskUnitState[] = [];
  const departments: Department[] = [];
  for (const [index, unit] of units.entries()) {
    const home = unit.site!;
    const site = siteId(home);
    const url = `${home}late.html`;
    const title = `关于${index === 0 ? '预算' : '招生'}的通知`;
    const sha256 = await blobs.put(new TextEncoder().encode(`<p>${title}</p>`));
    const screenshot = await blobs.put(Buffer.from(`RIFF${index}WEBP`));
    const page = capture(round, site, url, { sha256, charset: 'utf-8', size: 30, screenshot });
    const found = finding(unit, 'published-in-time', url, 'fail');
    found.evidence = { capture: page.id, url, marks: [] };
    await stores.evidence
      .crawlSink(round, site, () => Promise.reject(new Error('nothing is restored here')))
      .checkpoint({ captures: [{ capture: page, unrendered: false }], added: [] });
    await stores.rounds.setSiteState({
      ...{ round, site, state: 'done', pages: 1, outcomes: { ok: 1 }, unrendered: 0, seconds: 1, ended: 'complete' },
      note: null,
    });
    await stores.facts.saveSiteFacts(round, site, {
      ...emptyFacts,
      documents: [
        {
          ...{ url, kind: 'document', title, documentNumber: null, indexNumber: null, issuer: null, validity: null },
          issuedOn: { on: '2022-09-01', source: 'signature', words: '2022年9月1日' },
          publishedOn: { on: '2022-10-08', source: 'tag', words: '2022-10-08' },
          ...{ publishedOnOthers: [], columnKey: 'policy', columnName: '政策文件', attachments: [], capture: page.id },
        },
      ],
      pages: 1,
    });
    const result = { indicator: 'published-in-time', outcome: 'fail' as const, max: '10', points: `${9 - index}` };
    cards.push({
      ...scorecard(unit, period, '2023-01-10', [{ ...result, measured: 9, of: 10, findings: [found] }]),
      rank: index + 1,
    });
    states.push({
      ...{ task: 'T1', organisation: unit.id, name: unit.name, state: 'overdue', provedBy: [], on: null },
      ...{ reason: `${unit.name}未完成`, evidence: [{ capture: page.id, url }] },
    });
    const upload = await stores.uploads.add({
      ...{ id: `upload-${index}`, organisation: unit.id, sha256, name: `${title}的材料.pdf`, kind: 'pdf', size: 30 },
      ...{ uploadedBy: 'somebody', uploader: '某甲', uploadedAt: '2023-01-05T00:00:00.000Z' },
    });
    const material = await stores.materials.send(
      {
        ...{ id: `material-${index}`, organisation: unit.id, programme, period, requirement: 'PL-14' },
        answers: { 培训通知: { words: `${title}的培训`, files: [upload.id], person: null } },
        ...{ sentBy: 'somebody', sender: '某甲', sentAt: '2023-01-06T00:00:00.000Z' },
      },
      () => undefined,
    );
    const remark = `remark-on-${host(home)}`;
    const sentAt = '2023-01-22T00:00:00.000Z';
    const words = { kind: 'missing' as const, words: `${unit.name}的话`, contact: null };
    await stores.remarks.add({ id: remark, sample: false, organisation: unit.id, ...words, at: sentAt });
    departments.push({
      ...{
        unit,
        material: material.id,
        remark,
        finding: found.id,
        capture: page.id,
        upload: upload.id,
        appeal: `appeal-of-${host(home)}`,
        notice: `notice-to-${host(home)}`,
      },
      marks: [home.slice(8, -1), title, found.id, page.id, upload.id, material.id, remark, `${unit.name}的话`],
    });
  }
  await stores.rounds.finishRound(round, '2023-01-01T00:00:00Z');
  const { scorecards, tasks, ...opening } = assessment(round, period, '2023-01-10', cards);
  const all = tasks.map((task) => ({
    ...task,
    reason: `${units.map(({ name }) => name).join('、')}未完成`,
    evidence: states.flatMap(({ evidence }) => evidence),
    counts: { overdue: states.length },
  }));
  await stores.assessments.write(opening, { publish: true }, async (draft) => {
    await draft.add(scorecards.map((card) => ({ card, pins: [] })));
    await draft.rank(scorecards);
    await draft.addTaskUnits(states);
    await draft.addTasks(all);
  });
  const head = (await stores.assessments.head({ programme, period, sample: false }))!;
  for (const { unit, finding: found, appeal, notice } of departments) {
    const about = { assessment: head.id, organisation: unit.id, account: `account-of-${unit.id}`, findings: [found] };
    const said = { kind: 'appeal' as const, reason: `${unit.name}的话`, links: [], files: [] };
    const days = { from: null, until: null, lastDay: '2023-01-31', decideBy: '2023-02-10' };
    const sentAt = '2023-01-12T01:00:00.000Z';
    const sender = { sender: '某丙', unit: unit.id, sentAt };
    await stores.appeals.send({ id: appeal, ...about, ...said, ...days, ...sender }, () => undefined);
    const demand = { demand: `${unit.name}的话`, dueOn: '2023-02-10', issuer: '某乙', issuedAt: sentAt };
    await stores.rectifications.issue({ id: notice, ...about, ...demand }, () => undefined);
  }
  const file = { format: 'docx' as const, name: '通报.docx', sha256: await blobs.put(Buffer.from('docx')), size: 4 };
  await stores.circulars.saveCircular({
    ...{ id: 'circular-1', programme, period, kind: 'quarterly', title: '通报', sample: false, assessment: null },
    ...{ createdAt: '2023-01-20T08:00:00.000Z', files: [file], ...unnumbered },
  });
  return { own: departments[0]!, other: departments[1]!, below, round, assessment: head.id, circular: 'circular-1' };
}

const host = (home: string) => new URL(home).hostname.split('.')[0]!;
