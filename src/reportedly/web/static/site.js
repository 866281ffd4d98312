/* A published site narrows its list by itself: the incidents and their sentences stand in scripts beside this one, and
   nothing is asked of anybody. All that is shown of a report is set as text, never as markup. */
(() => {
  "use strict";
  const held = window.reportedlyIncidents;
  const form = document.getElementById("narrow");
  if (!held || !form) return;
  const [ID, LABEL, TYPE, STATE, DATED, EARLIEST, LATEST, REPORTS, OUTLETS, ORIGINS, CONTESTED, FACETS] = [...Array(12).keys()];
  const STEP = 100;
  const PLAIN = ["state", "type", ...held.kinds, "since", "until", "text"];
  const found = document.getElementById("found");
  const newest = document.getElementById("newest");
  const told = document.getElementById("told");
  const body = found.querySelector("tbody");
  const more = document.getElementById("more");
  let shown = [];
  let words = null;

  const element = (tag, text, name) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (name) made.className = name;
    return made;
  };
  const dateless = (row) => (row[DATED] && row[LABEL].startsWith(`${row[DATED]} `) ? row[LABEL].slice(row[DATED].length + 1) : row[LABEL]);
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
  offer("type", count(held.rows.map((row) => row[TYPE])), readable);
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

  /* The first sentence of an incident in which all words stand, "" where only its label holds them, null for none. */
  function sentence(nth, parts) {
    const holds = (text) => parts.every((part) => text.toLowerCase().includes(part));
    return words[nth].find(holds) ?? (holds(held.rows[nth][LABEL]) ? "" : null);
  }

  function marked(text, parts) {
    const line = element("p", undefined, "excerpt");
    const low = text.toLowerCase();
    if (low.length !== text.length) return element("p", text, "excerpt"); // small letters that are longer: no place fits
    let at = 0;
    while (at < text.length) {
      const next = parts
        .map((part) => [low.indexOf(part, at), part.length])
        .filter(([place]) => place >= 0)
        .sort((one, other) => one[0] - other[0] || other[1] - one[1])[0];
      if (!next) break;
      line.append(text.slice(at, next[0]), element("mark", text.slice(next[0], next[0] + next[1])));
      at = next[0] + next[1];
    }
    line.append(text.slice(at));
    return line;
  }

  function line([row, excerpt], parts) {
    const made = element("tr");
    const what = element("td");
    const link = element("a", dateless(row));
    link.href = `incident/${row[ID]}.html`;
    what.append(link);
    if (excerpt) what.append(marked(excerpt, parts));
    const contested = element("td");
    for (const name of row[CONTESTED]) contested.append(element("span", readable(name), "status contested"), " ");
    made.append(element("td", row[DATED] || "undated", "when"), what);
    for (const column of [REPORTS, OUTLETS, ORIGINS]) made.append(element("td", row[column], "number"));
    made.append(contested);
    return made;
  }

  function extend() {
    const parts = split(asked().text);
    const next = shown.slice(body.rows.length, body.rows.length + STEP);
    body.append(...next.map((one) => line(one, parts)));
    more.hidden = body.rows.length >= shown.length;
  }
  const split = (text) => (text || "").toLowerCase().split(/\s+/).filter(Boolean);

  /* Sentences are many: their script is asked for when the first search is made. */
  function withWords(then) {
    if (words || document.getElementById("words")) return then();
    const script = element("script");
    script.id = "words";
    script.src = "data/words.js";
    script.onload = () => {
      words = window.reportedlyWords;
      narrow();
    };
    document.head.append(script);
    return then();
  }

  function narrow() {
    const want = asked();
    const none = !Object.keys(want).length;
    found.hidden = none;
    newest.hidden = !none;
    remember(want);
    if (none) return;
    const parts = split(want.text);
    if (parts.length && !words) return withWords(() => (told.textContent = "Reading the sentences …"));
    const unread = ["since", "until"].find((name) => day(want[name]) === undefined);
    const every = fits(want);
    shown = [];
    held.rows.forEach((row, nth) => {
      if (unread || !every(row)) return;
      const excerpt = parts.length ? sentence(nth, parts) : "";
      if (excerpt !== null) shown.push([row, excerpt]);
    });
    const number = shown.length.toLocaleString("en");
    told.textContent = unread
      ? `“${want[unread]}” is no date: write 2024-09-18, 2024-09 or 2024.`
      : `${number} ${shown.length === 1 ? "incident" : "incidents"}.`;
    body.replaceChildren();
    extend();
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
