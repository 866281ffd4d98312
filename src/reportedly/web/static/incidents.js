// The list of incidents: links that narrow it swap what they change (htmx), and where there is WebGL the map can be moved.
import { drawMap } from "./globe.js";

const NARROWS = "#view .narrows a, #view a.narrows, #view svg .bar, #view svg .whole, #view svg.map a, #globe a.name";

function plain(event) {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

export function show(address) {
  if (!window.htmx) return void window.location.assign(address);
  window.htmx.ajax("GET", address, { source: "#view", target: "#view", select: "#view", swap: "outerMorph", push: "true" });
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a");
  if (!link || !link.matches(NARROWS) || !plain(event) || event.defaultPrevented) return;
  event.preventDefault();
  show(link.getAttribute("href"));
});

// What the fields hold is what the new page says, but for the one that somebody is typing in.
function settle() {
  const typing = document.activeElement;
  const typed = typing instanceof HTMLInputElement && typing.form?.id === "filters" && typing.value;
  document.getElementById("filters")?.reset();
  if (typed) typing.value = typed;
}

document.addEventListener("htmx:after:swap", () => {
  settle();
  drawMap(show);
});
drawMap(show);
