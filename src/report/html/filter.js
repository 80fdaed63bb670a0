"use strict";
// Filters by what each element says of itself. Without this script everything is shown.
(() => {
  const form = document.getElementById("filter");
  const keys = ["actor", "position", "relation", "stance"];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const items = all("[data-filter]");
  const lineUps = all(".position .line-up, .alone [data-filter]");
  const holders = all(".position, .alone, .within");
  const told = form.querySelector("output");
  const empty = document.querySelector(".empty");

  const fits = (element, chosen) =>
    keys.every((key) => !chosen[key] || (element.dataset[key] ?? chosen[key]).split(" ").includes(chosen[key]));

  const apply = () => {
    const chosen = Object.fromEntries(keys.map((key) => [key, form.elements[key].value]));
    for (const item of items) item.hidden = !fits(item, chosen);
    for (const holder of holders) holder.hidden = !holder.querySelector("[data-filter]:not([hidden])");
    for (const cell of all("[data-column]")) cell.hidden = chosen.position !== "" && cell.dataset.column !== chosen.position;
    for (const row of all("[data-row]")) row.hidden = chosen.actor !== "" && row.dataset.row !== chosen.actor;
    const shown = lineUps.filter((item) => !item.hidden).length;
    const isFiltered = keys.some((key) => chosen[key]);
    told.value = isFiltered ? `${shown} of ${lineUps.length} shown` : "";
    told.classList.toggle("unseen", !isFiltered);
    if (empty) empty.hidden = shown > 0;
    form.classList.toggle("active", isFiltered);
  };

  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  // A link to something that is filtered away shows it again.
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.closest("[hidden]")) form.reset();
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    setTimeout(() => target?.scrollIntoView());
  });
  apply();
})();
