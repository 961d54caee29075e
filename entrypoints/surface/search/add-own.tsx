import { useState } from 'preact/hooks';
import { PhraseForm } from '../../../components/phrase-form.tsx';
import { say } from '../../../components/say.ts';
import { ask, inWords } from '../messaging.ts';

interface Props {
  query: string;
  onAdded: (name: string) => void;
}

/** Offers to add the query to the author's own phrases. */
export function AddOwn({ query, onAdded }: Props) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  if (!open) {
    return (
      <button type="button" class="button" data-opens="add-own" onClick={() => setOpen(true)}>
        {say('加入我的提法', 'Add to my phrases')}
      </button>
    );
  }
  const name = /\p{Script=Han}/u.test(query) ? query.trim() : '';
  return (
    <PhraseForm
      initial={{ name, wrong: '', level: '', note: '', source: '' }}
      saving={say('加入', 'Add')}
      brief
      opener="add-own"
      busy={busy}
      fault={fault}
      onCancel={() => setOpen(false)}
      onSave={(draft) => {
        setBusy(true);
        ask({ type: 'own-take', drafts: [draft] })
          .then(({ refused }) => {
            setFault(refused[0] ?? '');
            if (refused.length === 0) onAdded(draft.name.trim());
          })
          .catch((error: unknown) => setFault(inWords(error)))
          .finally(() => setBusy(false));
      }}
    />
  );
}
