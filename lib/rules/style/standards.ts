import type { Source } from '../../phrases/types.ts';

/** A clause of GB/T 15834—2011: '4.5.3.4'. */
export function punctuationClause(clause: string): Source {
  return { title: `GB/T 15834—2011《标点符号用法》${clause}`, date: '2011-12-30' };
}

/** A clause of GB/T 15835—2011: '5.1.3'. */
export function numeralClause(clause: string): Source {
  return { title: `GB/T 15835—2011《出版物上数字用法》${clause}`, date: '2011-07-29' };
}

/** The numbering of official documents; speeches follow it by habit only. */
export const documentNumberClause: Source = {
  title: 'GB/T 9704—2012《党政机关公文格式》7.2.5',
  date: '2012-06-29',
};
