/** One or two letters that stand for a name, in any script: "Giulia Marchetti" GM, "ООО «Маяк»" ОМ, "山田太郎" 山. */
export function initials(name: string): string {
  const words = name
    .replace(/@.*$/, "")
    .split(/[\s.,_/|()«»"“”„'’&+-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = letter(words[0]);
  const last = words.length > 1 ? letter(words[words.length - 1]) : "";
  return (first + last).toLocaleUpperCase() || "?";
}

const letter = (word = ""): string => /[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0] ?? "";
