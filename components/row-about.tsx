import type { PhraseResult } from '../lib/phrases/types.ts';
import { say } from './say.ts';

/** What a row says of a phrase below its name, in one line: the wording of today, what it consists of, and its source in short. */
export function RowAbout({ result }: { result: PhraseResult }) {
  const { successor, members, insert, name, source, everyday } = result;
  const whole = insert === name ? members.join('；') : insert;
  // A title that tells its time needs no year.
  const year = /\d{4}|[届次年度]/u.test(source.title) ? undefined : source.date?.slice(0, 4);
  return (
    <>
      {successor !== undefined && (
        <span class="now">
          {say('现表述：', 'Now: ')}
          <span class="serif" lang="zh-CN">
            {successor}
          </span>
        </span>
      )}
      {whole !== '' && (
        <span class="whole serif" lang="zh-CN">
          {whole}
        </span>
      )}
      {everyday ? (
        <span class="source">{say('常用语', 'Everyday')}</span>
      ) : (
        <span class="source" lang="zh-CN">
          {source.title.replace(/（[^（）]*）$/u, '')}
          {year !== undefined && `（${year}）`}
        </span>
      )}
    </>
  );
}
