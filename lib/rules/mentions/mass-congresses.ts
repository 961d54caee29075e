import { pairsOf, signOf } from '../../draft/signs.ts';
import type { Knowledge, Series } from '../../phrases/types.ts';
import { allSeriesOf } from './time.ts';

/** The number of a congress; organisations younger than the Party have small ones. */
const number = '(二?十[一二三四五六七八九]?|[一二三四五六七八九])';
/** 县科协第七次代表大会, 市残联五大: those of a place have numbers of their own. */
const ofPlace = '(?<![省市县区州盟旗镇乡校])';
/** What follows a short name; behind 科协十大科普活动 and 残联七大举措 the number counts something. */
const goesOn =
  '(?=精神|[战决]略?策?部署|部署|确定|提出|要求|目标|任务|报告|以来|召开|闭幕|开幕|胜利|期间|代表|之?后|[和及、，。；：的》”]|$)';
/** Assemblies are named behind their number (第十一次全国侨代会), organisations before it. */
const assembly = /代(?:表大)?会$/u;

/** A sign of all congresses of organisations. */
export const massCongressSign = signOf(...pairsOf('一二三四五六七八九十', '大次'));

/** A name by which the congresses of a series are called, and the pattern of its mentions. Group 1: number. */
export interface CalledCongress {
  readonly series: Series;
  readonly name: string;
  readonly pattern: RegExp;
}

/** The names of all congresses of organisations that the packs know. */
export function calledCongresses(knowledge: Knowledge): readonly CalledCongress[] {
  return allSeriesOf(knowledge, 'mass-congress').flatMap((series) =>
    series.called.map((name) => ({
      series,
      name,
      pattern: assembly.test(name)
        ? new RegExp(`${ofPlace}第?${number}次${name}`, 'gu')
        : new RegExp(`${ofPlace}${name}第?${number}(?:大${goesOn}|次(?:全国)?代表大会)`, 'gu'),
    })),
  );
}
