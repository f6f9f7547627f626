// Where the page begins: who is there, whose phones are shown, and what changes from now on.

import { Bar } from "./bar.js";
import { choosePerson } from "./chooser.js";
import { Demo } from "./demo.js";
import { later } from "./dom.js";
import { keepPage } from "./drop.js";
import { Live } from "./live.js";
import { People, remember, remembered } from "./people.js";
import { Phone } from "./phone.js";
import { Tabs } from "./tabs.js";
import { Tours } from "./tours.js";

const people = new People();
const demo = new Demo({ changed: () => bar.draw() });
const bar = new Bar(demo);
let tabs, tours;

const phones = [0, 1, 2].map(
  () =>
    new Phone(people, {
      choose: async (phone) => put(phone, await choosePerson(people, phone.node, phone.person.id)),
      unread: (phone) => tabs?.label(phone),
      changed: (phone, m) => tours?.changed(phone, m),
    }),
);

/** put gives a phone to somebody else; who has another phone already swaps. */
async function put(phone, person) {
  if (!person || person === phone.person) return;
  const other = phones.find((p) => p !== phone && p.person === person);
  const before = phone.person;
  await Promise.all([phone.become(person), other?.become(before)]);
  for (const p of [phone, other]) if (p) tabs.label(p);
  remember(phones.map((p) => p.person.id));
}

/** everything loads all that is shown anew. */
async function everything() {
  const state = await people.load();
  bar.setNetwork(state.network);
  for (const phone of phones) refreshPerson(phone);
  await Promise.all([demo.load(), ...phones.map((p) => p.chat.load())]);
}

function refreshPerson(phone) {
  const now = people.get(phone.person.id);
  if (!now) return location.reload(); // another world
  phone.person = now;
  phone.label();
  phone.composer.refresh();
}

const reload = later(100, () => everything().catch(() => setTimeout(reload, 2000)));
const reloadPeople = later(300, () => people.load().then(() => phones.forEach(refreshPerson), () => {}));
const reloadMenus = later(300, () => phones.forEach((p) => p.chat.loadMenu().catch(() => {})));

const changes = {
  network_down: () => bar.setNetwork("down"),
  network_up: () => bar.setNetwork("up"),
  commands: () => reloadMenus(),
  people: (event) => phones.some((p) => p.person.id === event.chat_id) && reloadPeople(),
};

const live = new Live({
  again: () => reload(),
  connected: (yes) => bar.setConnected(yes),
  change(event, at) {
    changes[event.what]?.(event);
    phones.find((p) => p.chat.id === event.chat_id)?.chat.change(event, at);
    if (bar.away()) bar.soon();
  },
});

async function begin() {
  const [state] = await Promise.all([people.load(), demo.load()]);
  bar.setNetwork(state.network);
  const shown = remembered(people, demo.phones);
  document.querySelector(".phones").append(...phones.slice(0, shown.length).map((p) => p.node));
  phones.length = shown.length;
  await Promise.all(phones.map((p, i) => p.become(people.get(shown[i]))));
  tabs = new Tabs(document.querySelector(".tabs"), phones);
  phones.forEach((p) => tabs.label(p));
  remember(shown);
  tours = await new Tours({ phones, people, demo, tabs, put }).load();
  keepPage();
  demo.watch(() => bar.away());
  live.start(state.last_event);
  document.body.dataset.ready = "";
}

begin().catch((err) => {
  document.querySelector(".note").textContent = err.message;
  setTimeout(() => location.reload(), 3000);
});
