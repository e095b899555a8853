import { parsePeriod } from '#calendar';
import { findingStateTitles } from '#casework';
import { printPdf } from '#circulars';
import { points, printPercent } from '#kernel';
import type { TaskProgress } from '#scoring';
import { sampleNotice } from '../casework/notice-files.js';
import type { LeaderBoard, Placed } from './leader-board.js';

/** How far a stage of the plan is. */
export interface StageStanding {
  stage: string;
  dueOn: string | null;
  progress: TaskProgress;
}

/** As many lines of a kind as one page holds; what is left out is counted. */
const mostLines = 8;

/** The board as one page of A4 that loads nothing. */
export function leaderBriefHtml(board: LeaderBoard, stages: readonly StageStanding[]): string {
  const { assessment, summary, previous } = board;
  const period = parsePeriod(assessment.period).title;
  const figures = [
    ['平均得分', summary.averageScore ?? '未评分', previous?.averageScore ? `上期 ${previous.averageScore}` : ''],
    ['参评单位', String(summary.units), `评出分数 ${summary.scored}`],
    ['发现问题', String(summary.findings), previous ? `上期 ${previous.findings}` : ''],
    [findingStateTitles.new, String(summary.newFindings), `${findingStateTitles.recurred} ${summary.recurredFindings}`],
    [findingStateTitles.fixed, String(summary.fixedFindings), ''],
    ['待核查', String(summary.reviews), ''],
  ];
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>政务公开工作简报</title><style>${css}</style></head><body>
${assessment.sample ? `<p class="notice">${sampleNotice}</p>` : ''}
<h1>政务公开工作简报</h1>
<p class="about">${escape(board.title)}　${escape(period)}　数据截至 ${assessment.asOf}</p>
<div class="figures">${figures.map(([title = '', value = '', note = '']) => `<div><span>${title}</span><b>${value}</b><i>${note}</i></div>`).join('')}</div>
${section(
  '需要研究决定的',
  board.matters.map(({ text }) => text),
  '没有需要研究决定的事项。',
)}
${section('试点进展', stages.map(stageLine), '方案没有分阶段的任务。')}
<div class="halves">
${section('居前单位', board.leading.map(placeLine), '没有可以比较的名次。')}
${section('居后单位', board.lagging.map(placeLine), '没有可以比较的名次。')}
</div>
<div class="halves">
${section('名次变动', board.moved.map(moveLine), '与上期相比没有变动。')}
${section('示范点', board.demonstrationPoints.map(pointLine), '方案没有列示范点。')}
</div>
<p class="foot">数字取自本期评估结果，与“领导看板”一致；未能查看的内容不计分、不扣分。</p>
</body></html>`;
}

/**
 * The board as PDF.
 * @throws MissingResource without a browser.
 */
export function leaderBrief(
  board: LeaderBoard,
  stages: readonly StageStanding[],
  browserPath: string | null,
): Promise<Buffer> {
  return printPdf(leaderBriefHtml(board, stages), browserPath, board.assessment.asOf);
}

function section(title: string, lines: readonly string[], none: string): string {
  const rest = lines.length - mostLines;
  const shown =
    lines.length === 0 ? [none] : [...lines.slice(0, mostLines), ...(rest > 0 ? [`另有 ${rest} 项，见领导看板`] : [])];
  return `<section><h2>${title}</h2><ul>${shown.map((line) => `<li>${escape(line)}</li>`).join('')}</ul></section>`;
}

function stageLine({ stage, dueOn, progress: { all, due, done, unknown, share } }: StageStanding): string {
  const until = dueOn === null ? '' : `（期限 ${dueOn}）`;
  return `${stage}${until}：共 ${all} 项，已到期 ${due} 项，完成 ${done} 项，还不能核实 ${unknown} 项${share === null ? '' : `，完成比例 ${printPercent(points(share))}%`}`;
}

function placeLine({ name, category, score, rank }: Placed): string {
  return `${name}：${score ?? '未评分'} 分，${category}第 ${rank ?? '—'} 名`;
}

function moveLine({ name, rank, previousRank }: Placed): string {
  const far = (previousRank ?? 0) - (rank ?? 0);
  return `${name}：第 ${previousRank ?? '—'} 名 → 第 ${rank ?? '—'} 名（${far > 0 ? '升' : '降'} ${Math.abs(far)} 位）`;
}

function pointLine({ title, units }: LeaderBoard['demonstrationPoints'][number]): string {
  const words = units.map(({ name, standing }) =>
    standing ? `${name} ${standing.score ?? '未评分'} 分` : `${name}（不在参评单位中）`,
  );
  return `${title}：${words.join('、')}`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const css = `
@page { size: A4; margin: 16mm 16mm 14mm; }
body { margin: 0; color: #1b2a3d; font: 10.5pt/1.55 "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif; font-variant-numeric: tabular-nums; }
h1 { margin: 0; text-align: center; font-size: 20pt; letter-spacing: 2pt; color: #0b3567; }
.notice { margin: 0 0 4mm; padding: 1mm; background: #ffe9bd; text-align: center; }
.about { margin: 2mm 0 4mm; padding-bottom: 3mm; border-bottom: 1.5pt solid #0b3567; text-align: center; color: #4d5c73; }
.figures { display: grid; grid-template-columns: repeat(6, 1fr); gap: 2mm; }
.figures div { padding: 2mm; border: .6pt solid #d5deea; border-radius: 1.5mm; text-align: center; break-inside: avoid; }
.figures span, .figures i { display: block; color: #4d5c73; font-size: 8.5pt; font-style: normal; min-height: 1.4em; }
.figures b { font-size: 15pt; color: #0b3567; }
.halves { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm; }
section { break-inside: avoid; }
h2 { margin: 4mm 0 1mm; font-size: 12pt; color: #0b3567; border-left: 3pt solid #124a8c; padding-left: 2mm; }
ul { margin: 0; padding-left: 5mm; }
.foot { margin: 5mm 0 0; color: #4d5c73; font-size: 8.5pt; }
`;
