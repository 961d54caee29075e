import { describe, expect, it } from 'vitest';
import { createChecker } from '../../lib/checking/checker.ts';
import { packFindings, unpackFindings } from '../../lib/checking/packed-findings.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

const { knowledge } = await loadBuiltInKnowledge();
const line = '要深入学习贯彻党的十九大精神,抓好“十三五”时期重点任务。';
const found = (text: string) => createChecker(knowledge).check(text, { today: '2026-11-20' }).findings;

describe('findings on their way to a page', () => {
  const text = [`一、提高认识`, line, `三、狠抓落实`, ...Array.from({ length: 200 }, () => line)].join('\n');
  const findings = found(text);
  const packed = packFindings(findings);

  it('come out as they went in', () => {
    expect(findings.length).toBeGreaterThan(400);
    expect(unpackFindings(JSON.parse(JSON.stringify(packed)))).toEqual(findings);
  });

  it('say the same thing once', () => {
    expect(packed.said.length).toBeLessThan(10);
    expect(JSON.stringify(packed).length * 20).toBeLessThan(JSON.stringify(findings).length);
  });

  it('may be none', () => {
    expect(unpackFindings(packFindings([]))).toEqual([]);
  });
});
