// Small menus: a list of things to do beside a button. Arrows move, Escape goes back.

import { el, icon } from "./dom.js";

/** popup shows items ({ label, icon, act, danger }) at a button, inside of a positioned box. */
export function popup(button, box, items) {
  closeAll();
  const before = document.activeElement;
  const menu = el("div.popup", { role: "menu" });
  const close = (back) => {
    menu.remove();
    button.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    if (back) (before?.isConnected ? before : button).focus();
  };
  const outside = (e) => menu.contains(e.target) || close(false);
  menu.close = close;
  for (const item of items) {
    const act = () => {
      close(true);
      item.act();
    };
    menu.append(
      el(`button${item.danger ? ".danger" : ""}`, { type: "button", role: "menuitem", tabIndex: -1, onclick: act }, icon(item.icon), item.label),
    );
  }
  menu.addEventListener("keydown", (e) => keys(e, menu, close));
  box.append(menu);
  place(menu, button, box);
  button.setAttribute("aria-expanded", "true");
  document.addEventListener("pointerdown", outside, true);
  menu.firstElementChild.focus();
}

function closeAll() {
  for (const menu of document.querySelectorAll(".popup")) menu.close(false);
}

/** keys moves in a menu of buttons; it is the same for each menu here. */
export function keys(e, menu, close) {
  const list = [...menu.querySelectorAll("button")];
  const at = list.indexOf(document.activeElement);
  const to = {
    ArrowDown: list[(at + 1) % list.length],
    ArrowUp: list[(at - 1 + list.length) % list.length],
    Home: list[0],
    End: list.at(-1),
  }[e.key];
  if (to) to.focus();
  else if (e.key === "Escape" || e.key === "Tab") close(true);
  else return;
  if (e.key !== "Tab") e.preventDefault();
}

function place(menu, button, box) {
  const [b, o] = [button.getBoundingClientRect(), box.getBoundingClientRect()];
  const left = Math.min(Math.max(8, b.right - o.left - menu.offsetWidth), o.width - menu.offsetWidth - 8);
  let top = b.bottom - o.top + 4;
  if (top + menu.offsetHeight > o.height - 8) top = Math.max(8, b.top - o.top - menu.offsetHeight - 4);
  menu.style.setProperty("left", `${left}px`);
  menu.style.setProperty("top", `${top}px`);
}
