/**
 * Folded words of grammar that are content in none of the four languages. They are the server's stop words, and no text
 * that it is given has them: to the server a word that is left out still takes a place, so that the synonym "create an
 * account" would never be found beside its words.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the of to and or is are was were be been with for my your
  il lo gli un una uno di da del della dei delle che per con e
  si sau de la cu pe o este sunt sa ce din pentru
  и в на с по не как что для или из у к от за`
    .trim()
    .split(/\s+/),
);
