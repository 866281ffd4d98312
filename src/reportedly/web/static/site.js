/* A published site narrows its list by itself: the incidents and their sentences stand in scripts beside this one, and
   nothing is asked of anybody. All that is shown of a report is set as text, never as markup. */
(() => {
  "use strict";
  const held = window.reportedlyIncidents;
  const form = document.getElementById("narrow");
  if (!held || !form) return;
  const { words: wordsOf, wanted, fits: same } = window.reportedlyStems;
  const [ID, LABEL, TYPE, STATE, DATED, EARLIEST, LATEST, REPORTS, OUTLETS, ORIGINS, CONTESTED, FACETS] = [...Array(12).keys()];
  const STEP = 100;
  const LONG = 400; // letters of an excerpt
  const PLAIN = ["state", "type", ...held.kinds, "since", "until", "text"];
  const found = document.getElementById("found");
  const newest = document.getElementById("newest");
  const told = document.getElementById("told");
  const body = found.querySelector("tbody");
  const more = document.getElementById("more");
  const instead = document.getElementById("instead");
  const lists = document.querySelector("nav.lists");
  const CALLED = { text: "words", since: "from", until: "to", type: "kind" };
  let shown = [];
  let read = null; // the reports: their sentences, and the stems in them

  const element = (tag, text, name) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (name) made.className = name;
    return made;
  };
  const readable = (code) => code.replaceAll("_", " ");

  /* What the selects offer: each value with how many incidents have it, the commonest first. */
  function offer(name, counts, label) {
    const choices = [...counts].sort((one, other) => other[1] - one[1] || (label(one[0]) < label(other[0]) ? -1 : 1));
    for (const [value, number] of choices) {
      const option = element("option", `${label(value)} (${number})`);
      option.value = value;
      form.elements[name].append(option);
    }
  }
  function count(values) {
    const counts = new Map();
    for (const value of values) if (value !== null) counts.set(value, (counts.get(value) || 0) + 1);
    return counts;
  }
  offer("state", count(held.rows.map((row) => row[STATE])), (value) => held.states[value] || value);
  offer("type", count(held.rows.map((row) => row[TYPE])), (value) => held.types[value] || readable(value));
  held.kinds.forEach((kind, nth) => {
    const names = new Map(held.values[kind]);
    const counts = count(held.rows.flatMap((row) => row[FACETS][nth].map((number) => held.values[kind][number][0])));
    offer(kind, counts, (value) => (kind === "status" ? readable(value) : names.get(value)));
  });

  /* A day, month or year as its first or last day; null where nothing is asked, undefined where it cannot be read. */
  function day(written, last) {
    if (!written) return null;
    const parts = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(written);
    if (!parts) return undefined;
    const padded = (number) => String(number).padStart(2, "0");
    return `${parts[1]}-${padded(parts[2] || (last ? 12 : 1))}-${padded(parts[3] || (last ? 31 : 1))}`;
  }

  function asked() {
    const data = {};
    for (const name of PLAIN) {
      const value = form.elements[name].value.trim();
      if (value) data[name] = value;
    }
    return data;
  }

  function fits(want) {
    const first = day(want.since, false);
    const last = day(want.until, true);
    const numbers = held.kinds.map((kind) => held.values[kind].findIndex((value) => value[0] === want[kind]));
    return (row) =>
      (!want.state || row[STATE] === want.state) &&
      (!want.type || row[TYPE] === want.type) &&
      (!first || (row[LATEST] && row[LATEST] >= first)) &&
      (!last || (row[EARLIEST] && row[EARLIEST] <= last)) &&
      held.kinds.every((kind, nth) => !want[kind] || row[FACETS][nth].includes(numbers[nth]));
  }

  /* The report of an incident in which all words stand, undefined where there is none. */
  function holding(nth, want) {
    return read.of[nth].find((number) => want.every((one) => has(read.stems[number], one)));
  }
  function has(stems, one) {
    if (!one.begins) return stems.has(one.stem);
    for (const stem of stems) if (stem.startsWith(one.stem)) return true;
    return false;
  }

  /* The sentence of a report that holds most of the words. */
  function sentence(number, want) {
    const told = (text) => {
      const found = [...wordsOf(text)];
      return want.filter((one) => found.some((word) => same(word.stem, one))).length;
    };
    const [title, ...sentences] = read.reports[number];
    let best = ["", 0];
    for (const text of [...sentences, title]) {
      const number = told(text);
      if (number > best[1]) best = [text, number];
    }
    return best[0];
  }

  function marked(whole, want) {
    const line = element("p", undefined, "excerpt");
    const text = near(whole, want);
    let at = 0;
    for (const word of wordsOf(text)) {
      if (!want.some((one) => same(word.stem, one))) continue;
      line.append(text.slice(at, word.start), element("mark", text.slice(word.start, word.end)));
      at = word.end;
    }
    line.append(text.slice(at));
    return line;
  }

  /* A sentence, or of a longer text the part around the first word that is looked for. */
  function near(text, want) {
    if (text.length <= LONG) return text;
    const first = [...wordsOf(text)].find((word) => want.some((one) => same(word.stem, one)))?.start ?? 0;
    const from = first < 80 ? 0 : text.indexOf(" ", first - 80) + 1;
    const to = text.length - from < LONG ? text.length : text.lastIndexOf(" ", from + LONG);
    return `${from ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
  }

  function line([row, report], want) {
    const made = element("tr");
    const what = element("td");
    const link = element("a", row[LABEL]);
    link.href = `incident/${row[ID]}.html`;
    what.append(link);
    if (report !== null) what.append(marked(sentence(report, want), want));
    const contested = element("td");
    for (const name of row[CONTESTED]) contested.append(element("span", name, "status contested"), " ");
    const when = element("td", "", "when");
    row[DATED].split("..").forEach((day, at) => when.append(...(at ? ["..", element("wbr"), day] : [day])));
    made.append(when, what);
    for (const column of [REPORTS, OUTLETS, ORIGINS]) made.append(element("td", row[column], "number"));
    made.append(contested);
    return made;
  }

  function extend() {
    const want = wanted(form.elements.text.value);
    const next = shown.slice(body.rows.length, body.rows.length + STEP);
    body.append(...next.map((one) => line(one, want)));
    more.hidden = body.rows.length >= shown.length;
  }

  /* Sentences are many: their script is asked for when the first search is made. */
  function withWords(then) {
    if (read || document.getElementById("words")) return then();
    const script = element("script");
    script.id = "words";
    script.src = "data/words.js";
    script.onload = () => {
      read = window.reportedlyWords;
      read.stems = read.reports.map((sentences) => new Set(sentences.flatMap((text) => [...wordsOf(text)].map((word) => word.stem))));
      narrow();
    };
    document.head.append(script);
    return then();
  }

  /* The incidents that fit, each with the report in which the words stand. */
  function fitting(want) {
    const words = wanted(want.text || "");
    const every = fits(want);
    const found = [];
    held.rows.forEach((row, nth) => {
      if (!every(row)) return;
      const report = words.length ? holding(nth, words) : null;
      if (report !== undefined) found.push([row, report]);
    });
    return found;
  }

  function narrow() {
    const want = asked();
    const none = !Object.keys(want).length;
    found.hidden = none;
    newest.hidden = lists.hidden = !none;
    remember(want);
    if (none) return;
    if (want.text) want.text = form.elements.text.value; // a blank at its end says that the word ends there
    if (want.text && !read) return withWords(() => (told.textContent = "Reading the sentences …"));
    const unread = ["since", "until"].find((name) => day(want[name]) === undefined);
    shown = unread ? [] : fitting(want);
    told.textContent = unread
      ? `“${want[unread]}” is no date for “${unread === "since" ? "From" : "To"}”: write 2024-09-18, 2024-09 or 2024.`
      : `${plural(shown.length, "incident")}${want.text ? `; ${holders(want.text)}` : ""}.`;
    instead.replaceChildren(...(unread || shown.length ? [] : ways(want)));
    body.replaceChildren();
    body.parentElement.hidden = !shown.length;
    extend();
  }
  const plural = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

  function holders(text) {
    const words = wanted(text);
    const number = read.stems.filter((stems) => words.every((one) => has(stems, one))).length;
    return `${plural(number, "report")} ${number === 1 ? "holds" : "hold"} these words in what this site shows of ${number === 1 ? "it" : "them"}`;
  }

  /* Where nothing fits: what would, without one of the filters. */
  function ways(want) {
    const found = [element("p", "No incident fits all of this. Take something away:")];
    for (const name of Object.keys(want)) {
      const number = fitting({ ...want, [name]: undefined }).length;
      if (!number && Object.keys(want).length > 1) continue;
      const label = `Without ${CALLED[name] || name} “${chosen(name)}”: ${plural(number, "incident")}`;
      const button = element("button", label, "plain");
      button.type = "button";
      button.addEventListener("click", () => {
        form.elements[name].value = "";
        narrow();
      });
      found.push(button);
    }
    return found.length > 1 ? found : [element("p", "No incident fits all of this; clear the filters, or look for other words.")];
  }
  function chosen(name) {
    const field = form.elements[name];
    return field.selectedOptions ? field.selectedOptions[0].textContent.replace(/ \(\d+\)$/, "") : field.value.trim();
  }

  /* What is asked for stands in the address, so that a view can be shared. */
  function remember(want) {
    const query = new URLSearchParams(want).toString();
    try {
      history.replaceState(null, "", location.pathname + (query ? `?${query}` : ""));
    } catch {
      location.replace(`#${query}`); // some browsers let no file change its address
    }
  }
  function recall() {
    const query = new URLSearchParams(location.search || location.hash.slice(1));
    for (const name of PLAIN) {
      const value = query.get(name);
      if (value === null) continue;
      form.elements[name].value = value;
      if (form.elements[name].value !== value) form.elements[name].value = "";
    }
  }

  let waiting;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    narrow();
  });
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(narrow, 150);
  });
  form.addEventListener("reset", () => setTimeout(narrow));
  more.addEventListener("click", extend);
  recall();
  form.hidden = false;
  if (Object.keys(asked()).length) narrow();
})();
