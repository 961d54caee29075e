/**
 * Who may import from whom. dependency-cruiser reads these rules; `npm run imports` and `npm test` run them. Each
 * rule has a sentence for the person who breaks it.
 */
import type { IForbiddenRuleType } from 'dependency-cruiser';

interface Room {
  /** The other rooms that it may import from. */
  readonly from: readonly string[];
  readonly why: string;
}

/** The rooms of lib, lowest first. */
export const rooms: Readonly<Record<string, Room>> = {
  common: { from: [], why: 'common holds helpers that know nothing of drafts, editors or packs.' },
  language: { from: [], why: 'language holds the pairs of Chinese and English words, for every room.' },
  sites: { from: [], why: 'sites knows addresses of web pages and nothing of what is written in them.' },
  draft: {
    from: ['common', 'language'],
    why: 'draft reads a text as a draft; it knows no pack, no rule and no editor.',
  },
  'text-file': {
    from: ['draft'],
    why: 'text-file reads and writes text files; it changes words as draft says.',
  },
  docx: {
    from: ['common', 'draft', 'language'],
    why: 'docx reads and writes .docx files; it changes words as draft says.',
  },
  fields: {
    from: ['common', 'draft'],
    why: 'fields knows editors; it knows nothing of rules, packs or findings.',
  },
  marks: { from: ['common', 'draft', 'fields'], why: 'marks paints ranges of a field, whatever they mean.' },
  phrases: {
    from: ['common', 'draft', 'language', 'text-file'],
    why: 'phrases knows the packs; rules look things up in it.',
  },
  rules: {
    from: ['common', 'draft', 'language', 'phrases'],
    why: 'A rule sees a draft and the packs; it knows neither editors nor settings nor who runs it.',
  },
  checking: {
    from: ['common', 'draft', 'language', 'phrases', 'rules'],
    why: 'checking runs the rules and orders what they find; it is pure, so the command line runs it too.',
  },
  storage: {
    from: ['checking', 'common', 'draft', 'fields', 'language', 'phrases', 'rules', 'sites'],
    why: 'storage keeps what other rooms define; none of them may depend on where it is kept.',
  },
  messaging: {
    from: ['checking', 'common', 'draft', 'fields', 'language', 'phrases', 'rules'],
    why: 'messaging says what may be asked between the parts of the extension, not who answers.',
  },
};

const product = '^(lib|components|entrypoints)/';
const packages = '(^|/)node_modules/';
const requestTable = 'entrypoints/background/requests/table\\.ts';

const roomRules: IForbiddenRuleType[] = Object.entries(rooms).map(([room, { from, why }]) => ({
  name: `room-${room}`,
  comment: `${why} It imports from ${from.length === 0 ? 'no other room' : from.join(', ')} only.`,
  severity: 'error',
  from: { path: `^lib/${room}/` },
  to: { path: '^lib/', pathNot: `^lib/(${[room, ...from].join('|')})/` },
}));

/** Rules for every import, `import type` included. */
export const allImports: readonly IForbiddenRuleType[] = [
  ...roomRules,
  {
    name: 'no-cycle',
    comment:
      'No file imports itself by way of others, not even for types: what both need goes into a third file.',
    severity: 'error',
    from: { path: '^(lib|components|entrypoints|scripts)/' },
    to: { circular: true },
  },
  {
    name: 'lib-imports-lib',
    comment:
      'lib runs in the worker, in pages, in Node and in tests: it imports nothing of the parts that use it.',
    severity: 'error',
    from: { path: '^lib/' },
    to: { path: '^(components|entrypoints|scripts|tests)/' },
  },
  {
    name: 'components-are-given-all',
    comment: 'A component is given what it shows: it knows types of lib, and no entry point.',
    severity: 'error',
    from: { path: '^components/' },
    to: { path: '^(entrypoints|scripts|tests)/' },
  },
  {
    name: 'components-types-of-lib',
    comment: 'A component imports only types from lib (`import type`): it holds no logic of the product.',
    severity: 'error',
    from: { path: '^components/' },
    to: { path: '^lib/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'browser-api',
    comment: 'Only entry points and lib/storage touch the browser: all else runs in Node as well.',
    severity: 'error',
    from: { path: product, pathNot: '^(entrypoints|lib/storage)/' },
    to: { path: `${packages}wxt/` },
  },
  {
    name: 'background-by-message',
    comment:
      'Pages and content scripts reach the background by messages, since it may be stopped at any time: of its files they know the table of requests alone.',
    severity: 'error',
    from: { path: '^entrypoints/', pathNot: '^entrypoints/background/' },
    to: { path: '^entrypoints/background/', pathNot: `^${requestTable}$` },
  },
  {
    name: 'requests-by-type',
    comment: 'Of the table of requests a page imports types only: the handlers run in the background.',
    severity: 'error',
    from: { path: '^entrypoints/', pathNot: '^entrypoints/background/' },
    to: { path: `^${requestTable}$`, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'entry-alone',
    comment:
      'An entry point shares code with another through entrypoints/surface, components or lib. Six use parts of the content script: the welcome page and the desk for a text of their own, the scout for shadow roots, and the reader of canvases, the window of phrases and what leads through their slots as parts of it that few pages load.',
    severity: 'error',
    from: {
      path: '^entrypoints/([^/]+)/',
      pathNot: '^entrypoints/(welcome|scout|canvas-field|phrase-window|phrase-slots|sidepanel/desk)/',
    },
    to: { path: '^entrypoints/', pathNot: '^entrypoints/($1|surface|background)/' },
  },
  {
    name: 'shipped-packages',
    comment: 'What is shipped imports packages of `dependencies`; wxt is the build itself.',
    severity: 'error',
    from: { path: product },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: `${packages}wxt/` },
  },
  {
    name: 'resolves',
    comment: 'Every import leads to a file or to a package of package.json.',
    severity: 'error',
    from: { path: product },
    to: { couldNotResolve: true },
  },
  {
    name: 'no-script-in-product',
    comment: 'Scripts and tests use the product, never the other way round.',
    severity: 'error',
    from: { path: '^entrypoints/' },
    to: { path: '^(scripts|tests)/' },
  },
  {
    name: 'no-orphan',
    comment: 'A file that nothing imports and that imports nothing is left over.',
    severity: 'error',
    from: { path: product, orphan: true },
    to: {},
  },
];

/** Rules for imports at run time, without `import type`. */
export const valueImports: readonly IForbiddenRuleType[] = [
  {
    name: 'no-rule-in-a-web-page',
    comment:
      'The scripts in web pages hold no rule, no pack and no index, not even through others: the background checks. What they may load of both rooms is named here: sentences, and how a finding is moved.',
    severity: 'error',
    from: { path: '^entrypoints/(writing|scout|phrase-window|phrase-slots)/' },
    to: {
      path: '^lib/(rules|phrases)/',
      pathNot: '^lib/(rules/(types|quoted-words|moved|draft-date/question)|phrases/own/phrase)\\.ts$',
      reachable: true,
    },
  },
];
