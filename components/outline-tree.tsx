import { useState } from 'preact/hooks';
import type { OutlineNode } from '../lib/draft/outline-tree.ts';
import type { Finding } from '../lib/rules/types.ts';
import { say } from './say.ts';
import { levelNames } from './screen-words.ts';
import './outline-tree.css';

interface Props {
  nodes: readonly OutlineNode[];
  /** Findings on the numbering, for the marks at their headings. */
  findings: readonly Finding[];
  onReveal: (node: OutlineNode) => void;
}

/** The headings of the draft as a tree: a click shows one in the draft, and branches can be folded. */
export function OutlineTree({ nodes, findings, onReveal }: Props) {
  return (
    <ul class="outline-tree">
      {nodes.map((node, index) => (
        <Branch key={`${node.title}:${index}`} node={node} findings={findings} onReveal={onReveal} />
      ))}
    </ul>
  );
}

function Branch({ node, findings, onReveal }: { node: OutlineNode } & Omit<Props, 'nodes'>) {
  const [folded, setFolded] = useState(false);
  const found = findings.find(({ start }) => start === node.start);
  return (
    <li>
      <div class="heading">
        {node.children.length > 0 ? (
          <button
            type="button"
            class="fold"
            aria-expanded={!folded}
            aria-label={
              folded
                ? say(`展开“${node.title}”`, `Unfold “${node.title}”`)
                : say(`收起“${node.title}”`, `Fold “${node.title}”`)
            }
            onClick={() => setFolded(!folded)}
          >
            {folded ? '▸' : '▾'}
          </button>
        ) : (
          <span class="fold" />
        )}
        <button
          type="button"
          class="goto serif"
          lang="zh-CN"
          title={say('在稿中定位', 'Show in the draft')}
          onClick={() => onReveal(node)}
        >
          {node.title}
        </button>
        {found !== undefined && (
          <span class={`mark ${found.level}`} title={found.message}>
            {levelNames[found.level]}
          </span>
        )}
      </div>
      {!folded && node.children.length > 0 && (
        <OutlineTree nodes={node.children} findings={findings} onReveal={onReveal} />
      )}
    </li>
  );
}
