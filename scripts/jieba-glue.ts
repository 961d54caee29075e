import type { Plugin } from 'vite';

/**
 * Keeps jieba's 4 MB program out of the scripts: its loader names the file as a default address, which Vite would put
 * into the background script as text. We always pass the address ourselves, so the default is taken out.
 * Fails the build when the loader no longer looks as expected.
 */
export function jiebaWithoutInlining(): Plugin {
  return {
    name: 'gaozhun:jieba-without-inlining',
    enforce: 'pre',
    transform(code, id) {
      if (!/jieba-wasm\/pkg\/web\/jieba_rs_wasm\.js/.test(id)) return null;
      const without = code.replace(/new URL\('jieba_rs_wasm_bg\.wasm', import\.meta\.url\)/, 'undefined');
      if (without === code) throw new Error('jieba-wasm names its program otherwise than expected.');
      return { code: without, map: null };
    },
  };
}
