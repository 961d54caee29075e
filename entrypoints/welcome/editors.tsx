import { useRef } from 'preact/hooks';
import { say } from '../../components/say.ts';
import { businessClimate, partyWork, type SampleParagraph, textOf } from './drafts.ts';

const tags = { title: 'h3', date: 'p', heading: 'h4', text: 'p' } as const;

/** ARIA attributes: there is no native element for rich text. */
const richText = () =>
  ({
    role: 'textbox',
    tabIndex: 0,
    'aria-multiline': true,
    'aria-label': say('示例稿：机关党建讲话', 'Sample: a speech on party work'),
  }) as const;

function Paragraph({ paragraph }: { paragraph: SampleParagraph }) {
  const Tag = tags[paragraph.as];
  const runs = paragraph.text.split(/[【】]/);
  return (
    <Tag class={paragraph.as}>
      {runs.map((run, index) => (index % 2 === 1 ? <strong key={run}>{run}</strong> : run))}
    </Tag>
  );
}

/** A minimal rich editor. Rendered once; afterwards the author owns its content. */
export function RichEditor() {
  const editor = useRef<HTMLDivElement>(null);
  // The browser's commands share one undo history with typing and fixes.
  const command = (name: 'bold' | 'undo'): void => {
    editor.current?.focus();
    document.execCommand(name);
  };
  // Moving the focus would lose the selection that the command applies to.
  const keepSelection = (event: Event): void => event.preventDefault();
  return (
    <div class="editor">
      <div class="toolbar row" role="toolbar" aria-label={say('编辑', 'Edit')}>
        <button type="button" class="quiet" onMouseDown={keepSelection} onClick={() => command('bold')}>
          {say('加粗', 'Bold')}
        </button>
        <button type="button" class="quiet" onMouseDown={keepSelection} onClick={() => command('undo')}>
          {say('撤销', 'Undo')}
        </button>
      </div>
      <div
        ref={editor}
        id="rich"
        class="sheet serif"
        contentEditable
        {...richText()}
        lang="zh-CN"
        spellcheck={false}
        data-gaozhun="true"
      >
        {partyWork.paragraphs.map((paragraph) => (
          <Paragraph key={paragraph.text} paragraph={paragraph} />
        ))}
      </div>
    </div>
  );
}

/** The same in a textarea. */
export function PlainEditor() {
  return (
    <div class="editor">
      <textarea
        id="plain"
        class="sheet serif"
        rows={16}
        lang="zh-CN"
        spellcheck={false}
        data-gaozhun="true"
        aria-label={say('示例稿：营商环境讲话', 'Sample: a speech on the business climate')}
        defaultValue={textOf(businessClimate)}
      />
    </div>
  );
}
