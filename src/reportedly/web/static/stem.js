/* Words as the ledger's own search knows them: without accents, small, and by their stem (Porter, 1980), so that "fired" is
   found by "fires". The search of the desk (SQLite FTS5, "porter unicode61") and that of a site then find the same. */
(() => {
  "use strict";
  const WORD = /[\p{L}\p{N}\p{Co}]+/gu;
  const C = "[^aeiou]";
  const V = "[aeiouy]";
  const RUN = `${C}[^aeiouy]*`;
  const VOWELS = `${V}[aeiou]*`;
  const ONE = new RegExp(`^(${RUN})?${VOWELS}${RUN}`); // m > 0
  const JUST = new RegExp(`^(${RUN})?${VOWELS}${RUN}(${VOWELS})?$`); // m = 1
  const TWO = new RegExp(`^(${RUN})?${VOWELS}${RUN}${VOWELS}${RUN}`); // m > 1
  const HELD = new RegExp(`^(${RUN})?${V}`); // a vowel is in it
  const SHORT = new RegExp(`^${RUN}${V}[^aeiouwxy]$`); // cvc
  const SECOND = {
    ational: "ate", tional: "tion", enci: "ence", anci: "ance", izer: "ize", logi: "log", bli: "ble", alli: "al", entli: "ent",
    eli: "e", ousli: "ous", ization: "ize", ation: "ate", ator: "ate", alism: "al", iveness: "ive", fulness: "ful",
    ousness: "ous", aliti: "al", iviti: "ive", biliti: "ble",
  };
  const THIRD = { icate: "ic", ative: "", alize: "al", iciti: "ic", ical: "ic", ful: "", ness: "" };
  const FOURTH = ["al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize"];
  const known = new Map();

  /* The longest of these endings that the word has. */
  const ending = (word, endings) => endings.filter((one) => word.endsWith(one)).sort((one, other) => other.length - one.length)[0];
  const without = (word, end) => word.slice(0, word.length - end.length);

  function stemmed(word) {
    const bytes = new TextEncoder().encode(word).length;
    if (bytes < 3 || bytes > 64) return word;
    let stem = word;
    if (stem.endsWith("sses") || stem.endsWith("ies")) stem = stem.slice(0, -2);
    else if (stem.endsWith("s") && !stem.endsWith("ss")) stem = stem.slice(0, -1);
    stem = past(stem);
    if (stem.endsWith("y") && HELD.test(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`;
    for (const step of [SECOND, THIRD]) {
      const end = ending(stem, Object.keys(step));
      if (end && ONE.test(without(stem, end))) stem = without(stem, end) + step[end];
    }
    const end = ending(stem, FOURTH);
    if (end && TWO.test(without(stem, end)) && (end !== "ion" || /[st]ion$/.test(stem))) stem = without(stem, end);
    if (stem.endsWith("e")) {
      const rest = stem.slice(0, -1);
      if (TWO.test(rest) || (JUST.test(rest) && !SHORT.test(rest))) stem = rest;
    }
    return stem.endsWith("ll") && TWO.test(stem) ? stem.slice(0, -1) : stem;
  }

  function past(word) {
    if (word.endsWith("eed")) return ONE.test(without(word, "eed")) ? word.slice(0, -1) : word;
    const end = ending(word, ["ed", "ing"]);
    if (!end || !HELD.test(without(word, end))) return word;
    const stem = without(word, end);
    if (/(at|bl|iz)$/.test(stem)) return `${stem}e`;
    if (/([^aeioulsz])\1$/.test(stem)) return stem.slice(0, -1);
    return JUST.test(stem) && SHORT.test(stem) ? `${stem}e` : stem;
  }

  const plain = (written) => written.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  /* The stem of a word, worked out once. */
  function stem(written) {
    let found = known.get(written);
    if (found === undefined) known.set(written, (found = stemmed(plain(written))));
    return found;
  }

  /* Every word of a text: its stem, and where it stands. */
  function* words(text) {
    for (const match of text.matchAll(WORD)) yield { stem: stem(match[0]), start: match.index, end: match.index + match[0].length };
  }

  /* What is looked for: the stem of each word, and whether a word may go on from it (the last may, unless a blank follows). */
  function wanted(text) {
    const found = [...words(text)].map((word) => ({ stem: word.stem, begins: false }));
    if (found.length && !/\s$/.test(text)) found[found.length - 1].begins = true;
    return found;
  }

  const fits = (word, want) => (want.begins ? word.startsWith(want.stem) : word === want.stem);

  window.reportedlyStems = { stem, words, wanted, fits };
})();
