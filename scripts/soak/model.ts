import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import { withoutIgnored } from '../../lib/checking/ignore.ts';
import type { IgnoredFinding } from '../../lib/checking/ignored.ts';
import { levelsMarked } from '../../lib/checking/strictness.ts';
import { today } from '../../lib/common/today.ts';
import type { Language } from '../../lib/language/language.ts';
import type { PageState } from '../../lib/messaging/page-requests.ts';
import { compilePacks } from '../../lib/phrases/compile.ts';
import { loadKnowledge } from '../../lib/phrases/knowledge.ts';
import { besideBuiltIn, extraPacks } from '../../lib/phrases/own/beside.ts';
import { ownOrigin, packDataOf } from '../../lib/phrases/own/pack.ts';
import { readPack } from '../../lib/phrases/pack.ts';
import type { ProseModel } from '../../lib/phrases/prose/prose-model.ts';
import type { Finding, RuleId, Segmenter } from '../../lib/rules/types.ts';
import { defaultSettings } from '../../lib/storage/settings-fields.ts';
import { loadSegmenter } from '../load-segmenter.ts';
import { loadProse } from '../prose/load-prose.ts';
import { builtInPackFiles, readPackFiles } from '../read-packs.ts';
import { ownPhrase } from './texts.ts';

/** The field of a page as the content script tells of it. */
export type FieldState = NonNullable<PageState['field']>;

/** What the author has chosen and written, as it must be found again: kept by the run, never read from the browser. */
export class Model {
  language: Language = defaultSettings.language;
  readonly rulesOff = new Set<RuleId>();
  hasOwn = false;
  ignored: readonly IgnoredFinding[] = [];
  /** What is ignored in one draft, by its key. */
  readonly ignoredIn = new Map<string, readonly IgnoredFinding[]>();
  desk = '';

  private constructor(
    private readonly plain: Checker,
    private readonly withOwn: Checker,
    private readonly segmenter: Segmenter,
    private readonly prose: ProseModel,
  ) {}

  static async load(): Promise<Model> {
    const { packs } = await readPackFiles(await builtInPackFiles());
    const { name, wrong } = ownPhrase;
    const phrase = { id: 'own-soak', name, wrong: [wrong], level: 'warning' } as const;
    const { pack } = readPack(ownOrigin.topic, packDataOf([phrase], ownOrigin, '1970-01-01'));
    if (pack === null) throw new Error('The own phrase is no pack.');
    const all = besideBuiltIn(extraPacks([pack]), packs);
    const checkerOf = (compiled: typeof packs) => createChecker(loadKnowledge(compilePacks(compiled)));
    return new Model(checkerOf(packs), checkerOf(all), await loadSegmenter(), await loadProse());
  }

  /** What the checker finds in the text of a field with the settings of this moment. */
  findingsOf({ text, complete, numbered, draftKey }: FieldState): readonly Finding[] {
    const { findings } = (this.hasOwn ? this.withOwn : this.plain).check(text, {
      today: today(),
      complete,
      numbered,
      off: this.rulesOff,
      language: this.language,
      place: defaultSettings.place,
      unit: defaultSettings.unit,
      numberingStyle: defaultSettings.numberingStyle,
      segmenter: this.segmenter,
      prose: this.prose,
    });
    return withoutIgnored(findings, text, [...(this.ignoredIn.get(draftKey) ?? []), ...this.ignored]).shown;
  }
}

/** True for a finding that is marked in a page by the settings as they are at first. */
export function isMarked({ level, asks }: Finding): boolean {
  return asks !== undefined || levelsMarked(defaultSettings.strictness).has(level);
}
