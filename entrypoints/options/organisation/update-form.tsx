import { useState } from 'preact/hooks';
import { TextField } from '../../../components/phrase-form.tsx';
import { busy, fault, settingUp, setUpdate } from './state.ts';

/** Asks for the update address and the public key of whoever signs the packs there. */
export function UpdateForm() {
  const [address, setAddress] = useState('');
  const [key, setKey] = useState('');
  const close = (): void => {
    settingUp.value = false;
    fault.value = '';
  };
  return (
    <form
      class="phrase-form"
      onSubmit={(event) => {
        event.preventDefault();
        void setUpdate(address, key);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) close();
      }}
    >
      <TextField label="更新地址（https）" value={address} most={2000} focus onValue={setAddress} />
      <TextField label="公钥（Ed25519，由发布单位提供）" value={key} most={1000} onValue={setKey} />
      <p class="soft small">每天至多访问一次，只下载词库，不发送任何内容；签名不符或版本较旧的不予采用。</p>
      {fault.value !== '' && (
        <p class="fault small" role="alert">
          {fault.value}
        </p>
      )}
      <div class="row">
        <button type="submit" class="button main" disabled={busy.value}>
          设置
        </button>
        <button type="button" class="button" onClick={close}>
          取消
        </button>
      </div>
    </form>
  );
}
