import type { Source } from '../lib/phrases/types.ts';
import { say } from './say.ts';
import { dateInWords } from './screen-words.ts';

/** A source in one line: title and date. */
export function SourceLine({ source }: { source: Source }) {
  return (
    <>
      <span lang="zh-CN">{source.title}</span>
      {source.date && (
        <>
          {say('，', ', ')}
          <span class="unbroken">{dateInWords(source.date)}</span>
        </>
      )}
    </>
  );
}
