"use strict";
(() => {
  const all = (query, within = document) => [...within.querySelectorAll(query)];
  const words = document.body.dataset;
  const told = document.querySelector(".told");

  const copy = async (code) => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      return true;
    } catch {
      getSelection().selectAllChildren(code);
      return document.execCommand("copy");
    }
  };
  all(".copied").forEach((copied) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words.copy;
    button.setAttribute("aria-label", copied.dataset.what);
    copied.append(button);
    button.addEventListener("click", async () => {
      const done = await copy(copied.querySelector("code"));
      told.textContent = done ? words.copied : words.notCopied;
      button.textContent = done ? words.copied : words.copy;
      setTimeout(() => (button.textContent = words.copy), 2000);
    });
  });

  // numbers by size, anything else by its letters; ties stay as they are
  const sort = (items, value, way) => {
    const numbers = items.every((one) => value(one) !== "" && !isNaN(value(one)));
    const compare = (a, b) =>
      numbers ? value(a) - value(b) : value(a).localeCompare(value(b), document.documentElement.lang, { numeric: true });
    items.sort((a, b) => way * compare(a, b)).forEach((one) => one.parentElement.append(one));
  };
  all("table[data-sort]").forEach((table) =>
    all("thead th", table).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const first = head.classList.contains("n") ? "descending" : "ascending";
        const second = first === "ascending" ? "descending" : "ascending";
        const way = head.getAttribute("aria-sort") === first ? second : first;
        all("th", head.parentElement).forEach((one) => one.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", way);
        const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
        sort([...table.tBodies[0].rows], value, way === "ascending" ? 1 : -1);
      });
    }));
  all(".tools select").forEach((select) =>
    select.addEventListener("change", () => {
      const groups = [...select.closest("section").querySelector(".groups").children];
      sort(groups, (group) => group.dataset[select.value], select.value === "item" ? 1 : -1);
    }));

  // an item is there when it or what it lies in fits, or something in it does
  all("[data-find] input").forEach((input) =>
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLowerCase();
      const items = all("[data-item]", input.closest("[data-find]"));
      const fits = new Set(items.filter((one) => one.dataset.item.toLowerCase().includes(wanted)));
      const shown = items.filter((one) => {
        const outer = one.parentElement.closest("[data-item]");
        const fit = fits.has(one) || fits.has(outer) || all("[data-item]", one).some((inner) => fits.has(inner));
        one.hidden = !fit;
        return fit && !outer;
      });
      told.textContent = String(shown.length);
    }));

  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const within = target.closest(".action")?.querySelector(".how");
    if (within) within.open = true;
    for (let one = target; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();

  let closed = [];
  addEventListener("beforeprint", () => (closed = all("details:not([open])")).forEach((one) => (one.open = true)));
  addEventListener("afterprint", () => closed.forEach((one) => (one.open = false)));
})();
