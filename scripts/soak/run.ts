import { differences, losses } from './checks.ts';
import { enter, makeEdit } from './edits.ts';
import { type Day, happenings } from './happenings.ts';
import { type Bounds, grown, type Sample } from './memory.ts';
import { Model } from './model.ts';
import { Office, type Tab } from './office.ts';
import { type Kind, kinds, planOf, type Step } from './plan.ts';
import { randomOf } from './random.ts';

export interface SoakOptions {
  readonly seed: number;
  readonly edits: number;
  /** The kinds of field that are edited; all of them by default. */
  readonly edited?: readonly Kind[];
  /** Plants a fault in every page, to show that it is found: a card that stays in memory with each edit. */
  readonly leak?: boolean;
  readonly say?: (line: string) => void;
}

export interface SoakReport {
  /** What failed, a line each; empty if all is right. */
  readonly failures: readonly string[];
  /** What was measured, by the name of the page. */
  readonly samples: ReadonlyMap<string, readonly Sample[]>;
  readonly edits: number;
  /** How often each thing was done. */
  readonly done: ReadonlyMap<string, number>;
  readonly seconds: number;
}

/** Errors that the run itself brings about, by their exact words. */
const ownErrors: readonly ((address: string) => string)[] = [
  // The test server has no icon.
  (address) =>
    `: Failed to load resource: the server responded with a status of 404 (Not Found) ${address}/favicon.ico`,
  // The worker logs what it refuses while the storage is full.
  () =>
    'worker: 稿准：请求没有完成。 StorageFullError: 本机给稿准的存储空间已满，这次没有存下，原有内容不变；请在设置里移除不再用的单位词库、我的提法或每篇忽略的字句，或清理磁盘，再试一次。',
];

/** So many failures end a run: the rest would only repeat them. */
const most = 10;

/**
 * What each edit may leave behind. A page keeps, beside what Gaozhun holds, the history of its editor: native fields
 * keep the nodes that were deleted, up to a thousand steps, and models keep some kilobytes a step. A card that stays has
 * some twenty nodes and ten listeners, so that one in twenty edits is found by its listeners, of which no history has any.
 * The worker keeps paragraphs it has judged, up to a number.
 */
const bounds: { readonly page: Bounds; readonly panel: Bounds; readonly worker: Bounds } = {
  page: { from: 75, bytes: 6_000, nodes: 3, listeners: 0.25, documents: 0.01 },
  panel: { from: 400, bytes: 2_000, nodes: 1, listeners: 0.25, documents: 0.01 },
  worker: { from: 400, bytes: 6_000, nodes: 0, listeners: 0, documents: 0 },
};

/** Runs a plan in a browser of its own. Throws only if the run itself cannot go on. */
export async function soak({
  seed,
  edits,
  edited = kinds,
  leak = false,
  say = () => undefined,
}: SoakOptions): Promise<SoakReport> {
  const began = Date.now();
  const [office, model] = await Promise.all([Office.open(), Model.load()]);
  try {
    const run = await Run.begin(office, model, { seed, edits, edited, leak });
    for (const step of planOf(seed, edits, edited)) {
      const before = run.failures.length;
      await run.take(step);
      for (const failure of run.failures.slice(before)) say(failure);
      say(`${run.edits}/${edits} ${step.do} ${Math.round((Date.now() - began) / 1000)} s`);
      if (run.failures.length >= most) break;
    }
    await run.end();
    const { failures, samples, done } = run;
    return { failures, samples, done, edits: run.edits, seconds: (Date.now() - began) / 1000 };
  } finally {
    await office.close();
  }
}

class Run {
  readonly failures: string[] = [];
  readonly samples = new Map<string, Sample[]>();
  readonly done = new Map<string, number>();
  edits = 0;
  private day: Day;

  private constructor(
    private readonly office: Office,
    private readonly model: Model,
    private readonly options: Required<Pick<SoakOptions, 'seed' | 'edits' | 'edited' | 'leak'>>,
    tabs: readonly Tab[],
    wanderer: Tab,
  ) {
    const { failures } = this;
    const random = randomOf(options.seed + 1);
    const back = { kept: 0, loaded: 0 };
    this.day = { office, model, random, tabs, wanderer, passing: [], back, isFull: false, failures };
  }

  static async begin(office: Office, model: Model, options: Run['options']): Promise<Run> {
    const tabs: Tab[] = [];
    for (const kind of options.edited) tabs.push(await office.openTab(kind));
    return new Run(office, model, options, tabs, await office.openTab('plain'));
  }

  async take(step: Step): Promise<void> {
    this.count(step.do);
    if (step.do === 'sample') await this.sample();
    else if (step.do === 'visit') await this.visit(step);
    else await happenings[step.do](this.day);
  }

  /** What can be told only at the end. */
  async end(): Promise<void> {
    const { failures, office, model, samples, day } = this;
    this.done.set('back as it was left', day.back.kept);
    this.done.set('worker begun', office.watch.starts);
    failures.push(...(await losses(office, model)));
    for (const [name, own] of samples)
      failures.push(...grown(name, own, name === 'worker' || name === 'panel' ? bounds[name] : bounds.page));
    const { errors, requests } = office.watch;
    const { address } = office.harness;
    const unexpected = errors.filter((said) => !ownErrors.some((own) => said.endsWith(own(address))));
    for (const said of new Set(unexpected)) failures.push(`error: ${said}`);
    for (const asked of requests) {
      if (![address, office.base, 'data:'].some((start) => asked.startsWith(start)))
        failures.push(`request: ${asked}`);
    }
  }

  private async visit({ kind, deeds }: Extract<Step, { do: 'visit' }>): Promise<void> {
    const { office, model, day } = this;
    const tab = day.tabs.find((one) => one.kind === kind);
    if (tab === undefined) throw new Error(`No tab of ${kind}.`);
    const hands = { ...day, tab };
    await enter(hands);
    for (const deed of deeds) {
      this.count(deed);
      if (deed === 'death') await office.watch.stopWorker();
      else if (deed === 'push-state') {
        const route = `?tab=${tab.id}&view=${this.edits}`;
        await tab.page.evaluate((address) => history.pushState({}, '', address), route);
      } else {
        if (await makeEdit(deed, hands)) this.count('fixed by the card');
        this.edits++;
        if (this.options.leak) await tab.page.evaluate(keepCard);
      }
    }
    this.failures.push(...(await differences(office, model, tab)));
  }

  private async sample(): Promise<void> {
    const { office, day, edits } = this;
    for (const { kind, target, edits: own } of day.tabs)
      this.note(kind, await office.watch.measure(target, own));
    this.note('panel', await office.watch.measure(office.panelTarget, edits));
    const { worker } = office.watch;
    // It has died before.
    const lasts = edits >= (this.options.edits * 2) / 3;
    if (worker !== null && lasts) this.note('worker', await office.watch.measure(worker, edits));
  }

  private note(name: string, sample: Sample | null): void {
    // Before its first draft a page is no measure for the ones after it.
    if (sample === null || sample.edits === 0) return;
    const own = this.samples.get(name) ?? [];
    own.push(sample);
    this.samples.set(name, own);
  }

  private count(what: string): void {
    this.done.set(what, (this.done.get(what) ?? 0) + 1);
  }
}

/** Runs in a page: keeps a card that is in no document. */
function keepCard(): void {
  const card = document.createElement('div');
  card.attachShadow({ mode: 'closed' }).innerHTML =
    '<div class="card"><p><b>应改</b><span>过时提法</span><button>×</button></p><p>提到往届，请核对。</p>' +
    '<div><button>改为</button><button>忽略</button><button>更多</button></div></div>';
  const kept: Element[] = Reflect.get(window, 'keptCards') ?? [];
  Reflect.set(window, 'keptCards', [...kept, card]);
}
