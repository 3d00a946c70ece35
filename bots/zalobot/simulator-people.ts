/** The people of the pretended Zalo: what they do on their phones, as events of the bot platform. */
import { splitText } from "../../shared/domain/split-text.ts";
import { type SimulatedPerson } from "../../shared/ports/simulator.ts";
import { type Event, type Phone, show, type World } from "./simulator-world.ts";

const TEXT = 2000;
/** What Zalo sees of a connection that fails. */
const NO_ANSWER = 503;
/** "1. Miến dong: 55.000 đ", "Nhắn 2: Thôi": a number, and what it stands for. */
const NUMBERED = /^[^\d\n]*(\d{1,2})[.:] (.*)$/;

export function newPerson(world: World, phone: Phone): SimulatedPerson {
  const say = async (text: string): Promise<number> => {
    let status = 0;
    for (const piece of splitText(text, TEXT)) status = await write(world, phone, { kind: "text", text: piece });
    return status;
  };
  return {
    id: phone.id,
    say,
    /** There are no buttons: people read the numbers and type one. */
    tap: (label) => say(numberOf(phone, label)),
    /** Zalo's links carry no code, so people type it; Zalo's own examples open a chat with this command. */
    start: (payload = "") => say(payload === "" ? "/start" : payload),
    sendPhoto(photo, caption = "") {
      const id = world.context.ids.random("file").replace(/\W/g, "");
      world.files.set(id, photo);
      return write(world, phone, { kind: "image", text: caption, photo: `${world.context.apiRoot}/files/${id}` });
    },
    shareContact: (number, name) => say(`${name} ${number}`),
    block(blocked) {
      phone.blocked = blocked;
      return Promise.resolve();
    },
    messages: () => phone.messages,
  };
}

/** By the latest message that numbers it: exactly so, else as the beginning of a line. */
function numberOf({ messages }: Phone, label: string): string {
  for (const { text } of messages.filter(({ from }) => from === "us").toReversed()) {
    const rows = text.split("\n").flatMap((line) => {
      const [, number, words] = NUMBERED.exec(line) ?? [];
      return number === undefined || words === undefined ? [] : [{ number, words }];
    });
    const found = rows.find(({ words }) => words === label) ?? rows.find(({ words }) => words.startsWith(label));
    if (found) return found.number;
  }
  throw new Error(`Nothing numbers "${label}" on this phone`);
}

type Written = { kind: "text" | "image"; text: string; photo?: string };

function write(world: World, phone: Phone, { kind, text, photo }: Written): Promise<number> {
  phone.met = true;
  const shown = show(world, phone, { from: "person", text, ...(photo === undefined ? {} : { photo }) });
  const said = photo === undefined ? { text } : { photo_url: photo, ...(text === "" ? {} : { caption: text }) };
  const event = eventOf(phone, { kind, id: shown.id, at: shown.at, said });
  if (world.webhook.url === "") {
    world.waiting.push(event);
    world.wake();
    return Promise.resolve(200);
  }
  world.last = event;
  return deliver(world, event);
}

type Message = { kind: string; id: string; at: string; said: object };

/** Flat, as it really arrives. */
export function eventOf({ id: sender, name }: Pick<Phone, "id" | "name">, { kind, id, at, said }: Message): Event {
  const message = {
    from: { id: sender, display_name: name, is_bot: false },
    chat: { id: sender, chat_type: "PRIVATE" },
    message_id: id,
    date: Date.parse(at),
    ...said,
  };
  return { body: new TextEncoder().encode(JSON.stringify({ event_name: `message.${kind}.received`, message })) };
}

/** Once: Zalo documents no repetition. */
export async function deliver(world: World, { body }: Event, secret = world.webhook.secret): Promise<number> {
  const headers = { "content-type": "application/json", "X-Bot-Api-Secret-Token": secret };
  try {
    return await world.context.deliver(new URL(world.webhook.url).pathname, headers, body);
  } catch {
    return NO_ANSWER;
  }
}
