/** The people of the pretend Telegram: what they do on their phones, as updates of Bot API 10.1. */
import { internationalPhone, parsePhone } from "../../shared/domain/phone.ts";
import { splitText } from "../../shared/domain/split-text.ts";
import { millis, SECOND } from "../../shared/domain/time.ts";
import { type SeenMessage, type SimulatedPerson } from "../../shared/ports/simulator.ts";
import { asChat, asMessage } from "./simulator-methods.ts";
import { type Post } from "./simulator-updates.ts";
import {
  addFile,
  addMessage,
  type Button,
  type Chat,
  type Message,
  pageAddress,
  type World,
} from "./simulator-world.ts";

type Person = Extract<Chat, { kind: "person" }>;

/** A person, and the Telegram they are on. */
type Hands = { world: World; post: Post; person: Person };

const TEXT = 4096;

export const newPerson = (id: string, name: string): Person => ({
  kind: "person",
  id,
  name,
  met: false,
  blocked: false,
  messages: [],
});

export function newPhone(world: World, post: Post, person: Person): SimulatedPerson {
  const { id } = person;
  if (!/^\d+$/.test(id)) throw new Error(`"${id}" is no id of a person on Telegram: use digits`);
  world.people.set(id, person);
  const hands = { world, post, person };
  return {
    id,
    say: (text) => say(hands, text),
    tap: (label) => tap(hands, label),
    start: (payload) => say(hands, payload === undefined ? "/start" : `/start ${payload}`),
    sendPhoto(photo, caption) {
      const file = addFile(world, photo);
      const content = {
        photo: sizesOf(file.id, photo.bytes.byteLength),
        ...(caption === undefined ? {} : { caption }),
      };
      return write(hands, { text: caption ?? "", content, photo: pageAddress(world, file) });
    },
    shareContact(phone, called) {
      const number = parsePhone(phone);
      const contact = {
        phone_number: number ? internationalPhone(number) : phone,
        first_name: called,
        user_id: Number(id),
      };
      return write(hands, { text: `${called} ${phone}`, content: { contact } });
    },
    async block(blocked) {
      person.blocked = blocked;
      await post.deliver(`member:${id}`, { my_chat_member: membership(world, person) });
    },
    messages: () => person.messages.map(asSeen),
  };
}

type Written = { text: string; content: Readonly<Record<string, unknown>>; photo?: string };

function write({ world, post, person }: Hands, { text, content, photo }: Written): Promise<number> {
  person.met = true;
  const shown = addMessage(world, person, {
    from: "person",
    text,
    buttons: [],
    ...(photo === undefined ? {} : { photo }),
  });
  return post.deliver(`message:${person.id}`, { message: { ...headOf(person, shown), ...content } });
}

/** Telegram's apps send a longer text as several messages. */
async function say(hands: Hands, text: string): Promise<number> {
  let status = 0;
  for (const piece of splitText(text, TEXT)) status = await write(hands, { text: piece, content: { text: piece } });
  return status;
}

function tap(hands: Hands, label: string): Promise<number> {
  const { world, post, person } = hands;
  const found = person.messages
    .filter(({ from }) => from === "us")
    .flatMap((message) => message.buttons.map((button) => ({ message, button })))
    .findLast(({ button }) => button.label === label);
  if (!found) throw new Error(`No button "${label}" on this phone`);
  const { message, button } = found;
  if (button.does === "word") return say(hands, label);
  if (button.does !== "tap") throw new Error(`Button "${label}" opens a ${button.does}: there is nothing to deliver`);
  const id = world.context.ids.random("tap");
  world.taps.set(id, false);
  return post.deliver(`tap:${person.id}`, {
    callback_query: {
      id,
      from: userOf(person),
      message: asMessage(world, person, message),
      chat_instance: person.id,
      data: button.data,
    },
  });
}

const userOf = ({ id, name }: Person) => ({ id: Number(id), is_bot: false, first_name: name, language_code: "vi" });

export const headOf = (person: Person, { id, at }: Pick<Message, "id" | "at">) => ({
  message_id: id,
  from: userOf(person),
  chat: asChat(person),
  date: Math.floor(millis(at) / SECOND),
});

function membership({ bot, context }: World, person: Person) {
  const user = { id: bot.id, is_bot: true, first_name: bot.name, username: bot.username };
  const [kicked, member] = [
    { user, status: "kicked", until_date: 0 },
    { user, status: "member" },
  ];
  return {
    chat: asChat(person),
    from: userOf(person),
    date: Math.floor(millis(context.clock.now()) / SECOND),
    old_chat_member: person.blocked ? member : kicked,
    new_chat_member: person.blocked ? kicked : member,
  };
}

/** Telegram gives a thumbnail and the picture; their real measures do not matter here. */
const sizesOf = (id: string, bytes: number) => [
  { file_id: `${id}_small`, file_unique_id: `${id}_small`, width: 90, height: 68, file_size: 1000 },
  { file_id: id, file_unique_id: id, width: 1280, height: 960, file_size: bytes },
];

const asSeen = ({ id, from, text, photo, buttons, at }: Message): SeenMessage => ({
  id: String(id),
  from,
  text,
  ...(photo === undefined ? {} : { photo }),
  buttons: buttons.map(asSeenButton),
  at,
});

function asSeenButton(button: Button): SeenMessage["buttons"][number] {
  const { label } = button;
  if (button.does === "tap") return { label, payload: button.data };
  if (button.does === "link") return { label, url: button.url };
  return button.does === "contact" ? { label, asksContact: true } : { label };
}
