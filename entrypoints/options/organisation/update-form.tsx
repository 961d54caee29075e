import { useState } from 'preact/hooks';
import { useFocusHere } from '../../../components/focus-here.ts';
import { TextField } from '../../../components/phrase-form.tsx';
import { say } from '../../../components/say.ts';
import { busy, fault, settingUp, setUpdate } from './organisation-state.ts';

/** The form for the update address and the public key that its packs are signed with. */
export function UpdateForm() {
  const [address, setAddress] = useState('');
  const [key, setKey] = useState('');
  const form = useFocusHere<HTMLFormElement>('update');
  const close = (): void => {
    settingUp.value = false;
    fault.value = '';
  };
  return (
    <form
      ref={form}
      class="phrase-form"
      onSubmit={(event) => {
        event.preventDefault();
        void setUpdate(address, key);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) close();
      }}
    >
      <TextField
        label={say('更新地址（https）', 'Update address (https)')}
        value={address}
        most={2000}
        focus
        onValue={setAddress}
      />
      <TextField
        label={say('公钥（Ed25519，由发布单位提供）', 'Public key (Ed25519, from the publisher)')}
        value={key}
        most={1000}
        onValue={setKey}
      />
      <p class="soft small">
        {say(
          '每天至多访问一次，只下载词库，不发送任何内容；签名不符或版本较旧的不予采用。',
          'Looked at once a day at most; only the pack is fetched and nothing is sent. A wrong signature or an older version is refused.',
        )}
      </p>
      {fault.value !== '' && (
        <p class="fault small" role="alert">
          {fault.value}
        </p>
      )}
      <div class="row">
        <button type="submit" class="button main" disabled={busy.value}>
          {say('设置', 'Set')}
        </button>
        <button type="button" class="button" onClick={close}>
          {say('取消', 'Cancel')}
        </button>
      </div>
    </form>
  );
}
