// The buttons of a chat are one stop of the Tab key: the arrows move between them. A chat can have hundreds.

const stops = "a[href], button";

/** rove makes box such a stop. The newest button is reached first. */
export function rove(box) {
  const all = () => [...box.querySelectorAll(stops)];
  const choose = (target) => {
    for (const node of box.querySelectorAll('[tabindex="0"]')) node.tabIndex = -1;
    if (target) target.tabIndex = 0;
  };
  const settle = () => {
    const list = all();
    for (const node of list) if (node !== document.activeElement) node.tabIndex = -1;
    const held = box.contains(document.activeElement) && list.includes(document.activeElement);
    choose(held ? document.activeElement : first(list));
  };
  box.addEventListener("focusin", (e) => e.target !== box && choose(e.target.closest(stops)));
  box.addEventListener("keydown", (e) => {
    const list = all();
    const at = list.indexOf(document.activeElement);
    const to = at < 0 ? undefined : moves[e.key]?.(list, at);
    if (!to) return;
    e.preventDefault();
    to.focus();
  });
  return settle;
}

/** first is the first button of the newest message that has any. */
function first(list) {
  const last = list.filter((b) => b.matches(".key, .file")).at(-1) ?? list.at(-1);
  return last?.closest(".row")?.querySelector(".key, .file") ?? last;
}

const moves = {
  ArrowRight: (list, at) => list[at + 1],
  ArrowLeft: (list, at) => list[at - 1],
  ArrowDown: (list, at) => beside(list, at, 1),
  ArrowUp: (list, at) => beside(list, at, -1),
  Home: (list) => list[0],
  End: (list) => list.at(-1),
};

/** beside is the next button that stands in another line, above or below. */
function beside(list, at, step) {
  const line = list[at].closest(".line, .bubble");
  let i = at + step;
  while (list[i] && list[i].closest(".line, .bubble") === line) i += step;
  if (!list[i] || step > 0) return list[i];
  return list.find((b) => b.closest(".line, .bubble") === list[i].closest(".line, .bubble"));
}
