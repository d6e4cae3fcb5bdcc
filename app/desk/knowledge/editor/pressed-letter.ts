type Pressed = { key: string; code: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean };

/** The Latin letter pressed with Ctrl or Cmd alone, in lower case: by the key's place where the layout has no Latin ones. */
export function pressedLetter({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | null {
  if (ctrlKey === metaKey || altKey || shiftKey) return null;
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^Key[A-Z]$/.test(code) && key.length === 1 ? code.slice(3).toLowerCase() : null;
}
