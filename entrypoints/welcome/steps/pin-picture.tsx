/** A small drawing of the browser's toolbar, with the puzzle piece, and of its menu, with the pin. The text says it, too. */
export function PinPicture() {
  return (
    <svg class="pin-picture" viewBox="0 0 168 84" aria-hidden="true" focusable="false">
      <rect class="bar" x="0.5" y="0.5" width="167" height="27" rx="6" />
      <rect class="line" x="9.5" y="8.5" width="92" height="11" rx="5.5" />
      <path class="puzzle" d={puzzle} transform="translate(116 5.5)" />
      <path class="line" d="M151 10.5h8M151 14h8M151 17.5h8" />
      <rect class="bar" x="52.5" y="34.5" width="107" height="49" rx="6" />
      <path class="line" d="M62 46.5h34M62 74h48" />
      <rect class="seal" x="62" y="53.5" width="13" height="13" rx="2.5" />
      <path class="line" d="M81 60h34" />
      <path class="pin-mark" d={pin} transform="translate(137 52)" />
      <circle class="ring" cx="145" cy="60" r="11.5" />
      <circle class="ring" cx="124.5" cy="14" r="11.5" />
    </svg>
  );
}

/** A puzzle piece of 16 by 16. */
const puzzle =
  'M7.2 1.5a1.9 1.9 0 0 1 1.9 1.9v.9h3a1.2 1.2 0 0 1 1.2 1.2v2.7h.6a1.9 1.9 0 0 1 0 3.8h-.6v2.3a1.2 1.2 0 0 1-1.2 1.2H3.5a1.2 1.2 0 0 1-1.2-1.2v-2.6h.8a1.8 1.8 0 0 0 0-3.6h-.8V5.5a1.2 1.2 0 0 1 1.2-1.2h1.8v-.9a1.9 1.9 0 0 1 1.9-1.9z';
/** A pin of 16 by 16. */
const pin = 'M5.2 1.8h5.6M6.3 1.8v4.6L4 9.2h8L9.7 6.4V1.8M8 9.2v5';
