/** Line ends as "\n", without blank lines before and white space behind; spaces before the first word may mean code. */
export const trimText = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd();
