"use strict";
// Sorting and filtering of the table, without which the page is still whole.
const table = document.querySelector("table"), body = table.tBodies[0], rows = [...body.rows];
const heads = [...table.tHead.rows[0].cells], names = heads.map(h => h.textContent);
const words = rows.map(r => r.textContent.toLowerCase());
const count = document.querySelector(".count"), all = count.textContent;
const cell = (row, i) => row.cells[i].textContent.trim();
const make = (tag, set) => Object.assign(document.createElement(tag), set);

const order = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
heads.forEach((head, i) => {
  const button = make("button", { type: "button", textContent: names[i] });
  head.textContent = "";
  head.append(button);
  button.addEventListener("click", () => {
    const turned = head.getAttribute("aria-sort") === "ascending";
    heads.forEach(h => h.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", turned ? "descending" : "ascending");
    const keys = new Map(rows.map(r => [r, cell(r, i)]));
    // What is empty stays at the end, whichever way round.
    rows.sort((a, b) => {
      const x = keys.get(a), y = keys.get(b);
      if (!x || !y) return !x - !y;
      return turned ? order.compare(y, x) : order.compare(x, y);
    });
    body.append(...rows);
  });
});

const bar = make("form", { className: "filters" });
const search = make("input", { type: "search", placeholder: "words in any column" });
search.setAttribute("aria-label", "filter by words");
bar.append(search);
const places = new Map(rows.map((r, i) => [r, words[i]])), selects = [];
const choices = ["speaker", "status", "verdict", "fidelity", "tags", "outlet", "kind", "state", "outcome"];
heads.forEach((head, i) => {
  if (!choices.includes(names[i])) return;
  const values = new Map();
  for (const row of rows)
    for (const v of names[i] === "tags" ? cell(row, i).split(/, */) : [cell(row, i)]) values.set(v, (values.get(v) || 0) + 1);
  if (values.size < 2 || values.size > 200) return;
  const select = make("select", {});
  select.setAttribute("aria-label", "filter by " + names[i]);
  select.append(new Option(names[i] + ": all", "*"));
  for (const v of [...values.keys()].sort(order.compare)) select.append(new Option((v || "–") + " (" + values.get(v) + ")", "=" + v));
  selects.push([select, i]);
  bar.append(select);
});
const apply = () => {
  const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of rows) {
    const fits = wanted.every(w => places.get(row).includes(w)) && selects.every(([select, i]) => {
      const v = select.value;
      return v === "*" || (names[i] === "tags" ? cell(row, i).split(/, */) : [cell(row, i)]).includes(v.slice(1));
    });
    row.hidden = !fits;
    shown += fits;
  }
  count.textContent = shown === rows.length ? all : shown + " of " + all;
};
bar.addEventListener("input", apply);
bar.addEventListener("submit", event => event.preventDefault());
table.before(bar);
