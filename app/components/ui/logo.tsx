/** The house mark and the company's name, leading home. */
export function Logo({ name, href, size = 26 }: { name: string; href: string; size?: number }) {
  return (
    <a className="logo" href={href}>
      <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
        <rect width="26" height="26" rx="8" fill="currentColor" />
        <path d="M7 10.5h12M7 16h12" fill="none" strokeWidth="3" strokeLinecap="round" />
      </svg>
      <span className="clip">{name}</span>
    </a>
  );
}
