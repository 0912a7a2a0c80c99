/** The mark: a gate. */
export const Mark = ({ className = 'size-7' }: { className?: string }) => (
  <svg viewBox="0 0 32 32" aria-hidden className={`shrink-0 ${className}`}>
    <rect width="32" height="32" rx="8" className="fill-accent" />
    <path
      d="M8 25V13a8 8 0 0 1 16 0v12M16 13v12M8 18h16"
      fill="none"
      strokeWidth="2.4"
      strokeLinecap="round"
      className="stroke-on-accent"
    />
  </svg>
)
