/** A decorative star, filled if `filled`. Needs a text that says the same beside it. */
export function Star({ filled }: { filled: boolean }) {
  return (
    <svg class="star" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path
        d="M8 1.9l1.9 3.9 4.2.6-3 3 .7 4.2L8 11.6l-3.8 2 .7-4.2-3-3 4.2-.6z"
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="1.2"
        stroke-linejoin="round"
      />
    </svg>
  );
}
