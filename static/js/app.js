// Comfort only: every page works without this file.
(() => {
  "use strict";

  const find = (selector, from = document) => from.querySelector(selector);
  const isTyping = (target) => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

  // ---------- keys ----------
  // An element says in data-key which keys lead to it: "/", "n", "g r". Off without data-keys on body.
  let typed = "";
  let forget = 0;

  function pressed(key) {
    clearTimeout(forget);
    forget = setTimeout(() => { typed = ""; }, 1500);
    typed = `${typed} ${key}`.trim();
    const target = find(`[data-key="${CSS.escape(typed)}"]`) ?? find(`[data-key="${CSS.escape(key)}"]`);
    if (!target) return false;
    typed = "";
    if (target.matches("input")) { target.focus(); target.select(); } else target.click();
    return true;
  }

  function toRow(step) {
    const rows = [...document.querySelectorAll("[data-row]")];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const row = rows[Math.max(0, Math.min(rows.length - 1, at + step))];
    if (!row) return false;
    find("a", row).focus();
    row.scrollIntoView({ block: "nearest" });
    return true;
  }

  function nextStep() {
    const row = document.activeElement.closest("[data-row]");
    const step = find("[data-next]", row ?? document);
    step?.click();
    return Boolean(step);
  }

  const rowKeys = { j: () => toRow(1), k: () => toRow(-1), ".": nextStep };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return submitForm(event);
    if (event.altKey && ["ArrowUp", "ArrowDown"].includes(event.key)) return moveQuestion(event);
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
    if (!("keys" in document.body.dataset) || isTyping(event.target) || find("dialog[open]")) return undefined;
    if (rowKeys[event.key]?.() || pressed(event.key)) event.preventDefault();
    return undefined;
  });

  // ---------- forms ----------
  function submitForm(event) {
    const button = event.target.form && find("button.primary[type=submit]", event.target.form);
    if (!button) return;
    event.preventDefault();
    button.click();
  }

  function moveQuestion(event) {
    const verb = event.key === "ArrowUp" ? "up" : "down";
    const button = event.target.closest("[data-question]")?.querySelector(`[value^="${verb}:"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  }

  // Where to divide a question: the caret that the click on the button is about to lose.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-split]");
    if (!button) return;
    const text = find("textarea", button.closest("[data-question]"));
    find("[data-cursor]", button.form).value = text.selectionStart;
  }, true);

  // Words marked in an answer are the words of the promise.
  document.addEventListener("selectionchange", () => {
    const marked = document.getSelection();
    const field = find("[data-quote]");
    const within = marked.anchorNode?.parentElement?.closest("[data-quotable]");
    if (field && within?.contains(marked.focusNode) && `${marked}`.trim()) field.value = `${marked}`.trim();
  });

  // A form is posted once.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    const button = event.submitter;
    if (button?.matches(".primary")) {
      button.style.width = `${button.offsetWidth}px`;
      button.dataset.label = button.textContent;
      button.textContent = "Sparar…";
    }
    button?.setAttribute("aria-busy", "true");
    return undefined;
  });

  // Back to a page that the browser kept as it was left: its form may be sent again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("[data-sent]")) delete form.dataset.sent;
    for (const button of document.querySelectorAll("[aria-busy]")) {
      button.removeAttribute("aria-busy");
      button.textContent = button.dataset.label ?? button.textContent;
    }
  });

  // ---------- focus ----------
  function focusSummary(root) {
    find("[data-focus]", root)?.focus();
  }

  // A line of the error summary may lead to a group of choices: its first choice takes the focus.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".summary a");
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    const field = target.matches("input, select, textarea") ? target : find("input, select, textarea", target);
    field?.focus();
    target.closest(".field, li")?.scrollIntoView({ block: "nearest" });
  });

  // ---------- menus and dialogs ----------
  // On a phone the menu scrolls sideways: where one is, is in view.
  const here = find(".nav [aria-current]");
  const rightOf = (element) => element.getBoundingClientRect().right;
  if (here) here.parentElement.scrollLeft += Math.max(0, rightOf(here) - rightOf(here.parentElement));

  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
    const link = event.target.closest("a[href^='#']");
    if (link && "close" in link.dataset) {
      event.preventDefault();
      link.closest("dialog").close();
    } else if (link?.hash) {
      const dialog = document.getElementById(link.hash.slice(1));
      if (!dialog?.showModal) return;
      event.preventDefault();
      dialog.showModal();
    }
  });

  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && find("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    find("summary", menu).focus();
  });

  // ---------- copying ----------
  // A button that copies the field it names; where the browser cannot, it stays hidden.
  for (const button of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
    const field = document.getElementById(button.dataset.copy);
    button.hidden = false;
    field.addEventListener("focus", () => field.select());
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(field.value);
      button.firstChild.textContent = "Kopierad";
    });
  }

  // ---------- HTMX ----------
  const connection = find("#connection");
  document.addEventListener("htmx:sendError", () => { connection.hidden = false; });
  document.addEventListener("htmx:responseError", () => { connection.hidden = false; });
  document.addEventListener("htmx:afterOnLoad", () => { connection.hidden = true; });
  document.addEventListener("htmx:afterSettle", (event) => focusSummary(event.target));

  focusSummary(document);
})();
