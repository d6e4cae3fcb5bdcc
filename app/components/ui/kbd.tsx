/** A key, shown where a shortcut helps; hidden from readers, who get it from `aria-keyshortcuts`. */
export function Kbd({ children }: { children: string }) {
  return <kbd aria-hidden="true">{children}</kbd>;
}
