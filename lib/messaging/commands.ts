import { bilingual, type Words } from '../language/language.ts';

/** A shortcut as the browser knows it. Its words on the browser's own page are those of `_locales`. */
export interface Shortcut {
  readonly id: string;
  /** Suggested keys; a browser takes four suggestions at most, the rest are the author's to set. */
  readonly keys?: string;
  readonly title: Words;
}

/** What can be done by a shortcut, in the order in which it is shown. */
export const shortcuts: readonly Shortcut[] = [
  {
    id: '_execute_action',
    keys: 'Alt+Shift+G',
    title: bilingual('打开稿准，检索提法', 'Open Gaozhun and search phrases'),
  },
  { id: 'next-finding', keys: 'Alt+Shift+J', title: bilingual('到下一处提示', 'Next finding') },
  { id: 'previous-finding', title: bilingual('到上一处提示', 'Previous finding') },
  {
    id: 'open-card',
    keys: 'Alt+Shift+K',
    title: bilingual('打开光标处的提示', 'Open the card at the caret'),
  },
  {
    id: 'apply-first-fix',
    title: bilingual('采用光标处提示的首个建议', 'Apply the first fix of the finding at the caret'),
  },
  { id: 'repair-numbering', title: bilingual('修复序号（先预览）', 'Repair the numbering (preview first)') },
  {
    id: 'hide-tab',
    keys: 'Alt+Shift+H',
    title: bilingual('隐藏或显示此标签页的全部标记', 'Hide or show all marks in this tab'),
  },
];

/** What a shortcut asks of the page whose field was used last. */
export const pageCommands = [
  'open-card',
  'next-finding',
  'previous-finding',
  'apply-first-fix',
  'repair-numbering',
] as const;
export type PageCommand = (typeof pageCommands)[number];

/** The keys of what is done most in a page, '' where none is set. */
export interface PageKeys {
  /** Goes to the next finding. */
  readonly next: string;
  /** Opens the card at the caret. */
  readonly open: string;
}

/** The line that tells a newcomer the shortcuts: null once it was acknowledged. `inCard`: cards show it still. */
export interface KeyHintReply {
  readonly keys: PageKeys | null;
  readonly inCard: boolean;
}

/** True for a command that the page carries out. */
export function isPageCommand(command: string): command is PageCommand {
  return (pageCommands as readonly string[]).includes(command);
}
