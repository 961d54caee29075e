import { bilingual, type Words } from '../../language/language.ts';
import type { SeriesMember } from '../../phrases/types.ts';
import { inMarks } from '../quoted-words.ts';
import { spokenDate } from './time.ts';

/** The message about a meeting of an earlier term. */
export function messageOf(newest: SeriesMember, replacement: string, awaited?: SeriesMember): () => Words {
  return () => {
    const said = bilingual(
      `此处为往届提法。稿件日期在${newest.name}闭幕（${spokenDate(newest.to)}）之后，作为当前要求建议用${inMarks(replacement)}。`,
      `From an earlier term. The draft is dated after ${inMarks(newest.name)} closed (${newest.to}); as today's guidance, use ${inMarks(replacement)}.`,
    );
    return awaited === undefined ? said : withAwaited(said, awaited);
  };
}

/** …; the next one's days are over, and the packs do not know its outcome. */
function withAwaited(said: Words, { name, from, to }: SeriesMember): Words {
  const days = `${Number(from.slice(5, 7))}月${Number(from.slice(8))}日至${Number(to.slice(8))}日`;
  return bilingual(
    `${said.zh}${name}原定${days}召开，词库未收，请核。`,
    `${said.en} ${name} was called for ${from} to ${to}; the packs do not have it yet, please check.`,
  );
}
