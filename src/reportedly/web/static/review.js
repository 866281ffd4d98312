// Keys for reviewers. Everything here can be done without them, by links and forms.
"use strict";
(() => {
  const rows = () => [...document.querySelectorAll("a[data-row]")];
  const dialog = document.getElementById("keys");
  const typing = (target) => target.closest("input, textarea, select, dialog") !== null;

  function move(step) {
    const all = rows();
    const current = all.findIndex((row) => row.getAttribute("aria-current") === "true");
    if (current >= 0) {
      all[current + step]?.click();
      return;
    }
    const focused = all.indexOf(document.activeElement);
    const next = focused < 0 ? (step > 0 ? 0 : all.length - 1) : focused + step;
    all[next]?.focus();
  }

  function open(key) {
    const found = document.querySelector(`[data-key="${key}"]`);
    if (!found) return false;
    if (found.tagName === "A") {
      found.click();
      return true;
    }
    for (const other of document.querySelectorAll("details.verb[open]")) if (other !== found) other.open = false;
    found.open = true;
    const input = found.querySelector("input:not([type=hidden]), select, textarea");
    input?.focus();
    if (input?.type === "text") input.select();
    found.scrollIntoView({ block: "nearest" });
    return true;
  }

  const keys = {
    j: () => move(1),
    k: () => move(-1),
    n: () => document.querySelector("a[rel=next]")?.click(),
    p: () => document.querySelector("a[rel=prev]")?.click(),
    "?": () => dialog?.showModal(),
  };
  for (const key of "arcsdhu") keys[key] = () => open(key);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && typing(event.target)) {
      const form = event.target.closest("details.verb");
      if (!form) return;
      form.open = false;
      form.querySelector("summary").focus();
      return;
    }
    if (typing(event.target) || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });

  for (const button of document.querySelectorAll("button.keys")) {
    button.hidden = false;
    button.addEventListener("click", () => dialog?.showModal());
  }
  for (const form of document.querySelectorAll("form[method=post]")) {
    form.addEventListener("submit", () => setTimeout(() => form.querySelectorAll("button").forEach((b) => (b.disabled = true))));
  }
  window.addEventListener("pageshow", () => document.querySelectorAll("button:disabled").forEach((b) => (b.disabled = false)));
  const chosen = document.getElementById("chosen");
  const text = chosen?.closest(".text");
  if (text) text.scrollTop = chosen.offsetTop - text.offsetTop - text.clientHeight / 3;
})();
