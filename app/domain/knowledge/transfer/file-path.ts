const JUNK = /^(?:\..*|__MACOSX|Thumbs\.db|desktop\.ini|~\$.*)$/i;

/** A path as it is used here: NFC, "/" between names; null for one that leaves the folder or names nothing. */
export function cleanPath(raw: string): string | null {
  const path = raw.toWellFormed().normalize("NFC").replaceAll("\\", "/");
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (path.startsWith("/") || /^[a-z]:/i.test(path) || /[\u0000-\u001f\u007f]/.test(path)) return null;
  const names = path.split("/").filter((name) => name !== "" && name !== ".");
  return names.length && !names.includes("..") && path.length <= 1_000 ? names.join("/") : null;
}

/** What systems and programs leave in folders: dotfiles, __MACOSX, Thumbs.db, lock files of office programs. */
export const isJunk = (path: string): boolean => path.split("/").some((name) => JUNK.test(name));

/** The ending in lower case without its dot; "" when there is none. */
export const endingOf = (path: string): string => /\.([^./]{1,12})$/.exec(path)?.[1]?.toLowerCase() ?? "";

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** Where `target` lies, seen from the folder of `from`. */
export function relativePath(from: string, target: string): string {
  const here = from.split("/").slice(0, -1);
  const there = target.split("/");
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common++;
  return [...here.slice(common).map(() => ".."), ...there.slice(common)].join("/");
}

/** The path that a relative or root-relative address in `from` means; null when it leads out of the folder. */
export function joinPath(from: string, address: string): string | null {
  const names = address.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const name of address.split("/")) {
    if (name === "" || name === ".") continue;
    if (name !== "..") names.push(name);
    else if (names.pop() === undefined) return null;
  }
  return names.join("/").normalize("NFC");
}
