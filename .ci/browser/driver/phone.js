// A phone of the page, as a person uses it.

import { allSeen, hasSeen } from "./witness.js";

/** exactly fits a button with these words, an emoji before them or a number after them. */
const exactly = (words) => new RegExp(`^[^\\p{L}\\p{N}]*${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}( \\(\\d+\\))?$`, "u");

export class Phone {
  constructor(page, role) {
    this.page = page;
    this.role = role;
    this.node = page.locator(`.phone[data-role="${role}"]`);
  }

  /** tap presses the newest button with these words. */
  async tap(words) {
    await this.button(words).click();
  }

  button(words) {
    return this.node.locator(".key, .reply-key").filter({ hasText: exactly(words) }).last();
  }

  /** type sends a text. */
  async type(text) {
    await this.node.locator("textarea").fill(text);
    await this.node.locator("textarea").press("Enter");
  }

  /** sees waits until a message with these words is there, and gives the newest. */
  async sees(words) {
    const row = this.node.locator(".row").filter({ hasText: words }).last();
    await row.waitFor();
    return row;
  }

  /** hears waits until a toast with these words has been there. */
  hears(words) {
    return hasSeen(this.page, "toast", words, this.role);
  }

  /** heard are all toasts so far. */
  heard() {
    return allSeen(this.page, "toast", this.role);
  }

  /** notices waits until the header has said what the bot does. */
  notices(words) {
    return hasSeen(this.page, "doing", words, this.role);
  }

  count(words) {
    return this.node.locator(".row").filter({ hasText: words }).count();
  }

  /** rows are the messages as they read, without the times. */
  async rows() {
    return this.node.locator(".row .bubble .text").allTextContents();
  }
}

/** phonesOf are the three phones that are shown first. */
export const phonesOf = (page) => ["Pegawai", "Admin OPD", "Admin SIIP-ASN"].map((role) => new Phone(page, role));
