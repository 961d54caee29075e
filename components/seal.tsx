import seal from '../assets/icons/seal.svg?url';

/** The logo: a square seal with 稿. `size` in CSS pixels. */
export function Seal({ size }: { size: number }) {
  return <img src={seal} width={size} height={size} alt="" />;
}
