/** The people who use the pretended Zalo: what stands on their phones, and whether we may write to them. */
import { DAY, type IsoTime, millis } from "../../shared/domain/time.ts";
import { type SeenMessage, type SimulatedPerson, type SimulatorContext } from "../../shared/ports/simulator.ts";
import { type Refusal, refusal, type Shown } from "./simulator-message.ts";
import { type Deliveries, OA } from "./simulator-webhook.ts";

const WINDOW = 7 * DAY;

export type Phone = {
  readonly id: string;
  readonly messages: SeenMessage[];
  /** What buttons send, by message and label, as it went over the wire. */
  readonly taps: Map<string, string>;
  gone: boolean;
  /** "84912345678", where it is known: what templates by phone go to. */
  number?: string;
  /** Milliseconds since 1970. */
  lastInteraction: number;
};

export type Stage = SimulatorContext & {
  readonly deliveries: Deliveries;
  readonly files: Map<string, { bytes: Uint8Array; type: string }>;
};

/** Whoever this simulator is told of follows the account already: the shop's table may know them from before a restart. */
const newPhone = (id: string, { clock }: SimulatorContext): Phone => ({
  id,
  messages: [],
  taps: new Map(),
  gone: false,
  lastInteraction: millis(clock.now()),
});

/** Undefined: the person can be written to. */
export function refusalOf(phone: Phone | undefined, { clock }: SimulatorContext): Refusal | undefined {
  if (phone === undefined || phone.gone) return refusal(-213, "User has not followed OA");
  const silent = millis(clock.now()) - phone.lastInteraction > WINDOW;
  return silent ? refusal(-230, "User has not interacted with the OA in the past 7 days") : undefined;
}

export function show(phone: Phone, { text, photo, buttons }: Shown, { clock, ids }: SimulatorContext): string {
  const id = ids.random("msg");
  for (const { label, payload } of buttons) if (payload !== undefined) phone.taps.set(`${id} ${label}`, payload);
  phone.messages.push({
    id,
    from: "us",
    text,
    ...(photo === undefined ? {} : { photo }),
    // As the program gave them, without the mark that makes a tap known.
    buttons: buttons.map((one) =>
      one.payload === undefined ? one : { ...one, payload: one.payload.replace(/^#/, "") },
    ),
    at: clock.now(),
  });
  return id;
}

function newPerson(phone: Phone, stage: Stage): SimulatedPerson {
  const { id } = phone;
  const { clock } = stage;
  const { tell, write, show, follow } = actsOf(phone, stage);
  const say = (text: string): Promise<number> => {
    show({ text });
    return write("user_send_text", { text });
  };
  return {
    id,
    say,
    // oa.query.hide: what the button sends is not shown in the chat.
    tap: async (label) => write("user_send_text", { text: pressed(phone, label) }),
    /** Zalo's links carry no code: people type the one they were given. */
    start: async (payload = "") => {
      const status = await follow("follow");
      return payload === "" ? status : say(payload);
    },
    sendPhoto(photo, caption) {
      const url = keepFile(photo, stage);
      show({ text: caption ?? "", photo: url });
      const attachments = [{ type: "image", payload: { url, thumbnail: url } }];
      return write("user_send_image", { ...(caption === undefined ? {} : { text: caption }), attachments });
    },
    shareContact(number, name) {
      const international = internationalNumber(number);
      phone.number = international;
      return tell({ event_name: "user_submit_info", ...parties(id), info: { name, phone: international } });
    },
    async block(blocked) {
      await follow(blocked ? "unfollow" : "follow");
    },
    /** What is pushed in the morning is not there at night. */
    messages: () =>
      phone.messages
        .filter(({ at }) => at <= clock.now())
        .toSorted((one, other) => millis(one.at as IsoTime) - millis(other.at as IsoTime)),
  };
}

function actsOf(phone: Phone, { clock, ids, deliveries }: Stage) {
  const { id } = phone;
  const tell = (event: object): Promise<number> => {
    phone.lastInteraction = millis(clock.now());
    return deliveries.tell(event);
  };
  return {
    tell,
    write: (name: string, message: object): Promise<number> =>
      tell({ event_name: name, ...parties(id), message: { msg_id: ids.random("msg"), ...message } }),
    show: (message: Pick<SeenMessage, "text" | "photo">): void => {
      phone.messages.push({ id: ids.random("msg"), from: "person", buttons: [], at: clock.now(), ...message });
    },
    follow: (name: "follow" | "unfollow"): Promise<number> => {
      phone.gone = name === "unfollow";
      const event = { oa_id: OA.id, follower: { id }, user_id_by_app: `app${id}`, source: "oa_profile" };
      return tell({ event_name: name, ...event });
    },
  };
}

/** Everybody whom the simulator was told of. */
export function openPhoneBook(stage: Stage) {
  const known = new Map<string, { phone: Phone; person: SimulatedPerson }>();
  const enter = (id: string): { phone: Phone; person: SimulatedPerson } => {
    const phone = newPhone(id, stage);
    const entry = known.get(id) ?? { phone, person: newPerson(phone, stage) };
    known.set(id, entry);
    return entry;
  };
  const phones = (): readonly Phone[] => [...known.values()].map(({ phone }) => phone);
  return {
    person: (id: string): SimulatedPerson => enter(id).person,
    people: (): readonly SimulatedPerson[] => [...known.values()].map(({ person }) => person),
    byId: (id: string): Phone | undefined => known.get(id)?.phone,
    /** In the form "84912345678". */
    byNumber: (number: string): Phone | undefined => phones().find((phone) => phone.number === number),
    ownsNumber: (id: string, number: string): void => {
      enter(id).phone.number = internationalNumber(number);
    },
  };
}

const internationalNumber = (number: string): string => number.replaceAll(/\D/g, "").replace(/^0/, "84");

export const parties = (id: string) => ({ sender: { id }, recipient: { id: OA.id }, user_id_by_app: `app${id}` });

function pressed({ messages, taps }: Phone, label: string): string {
  for (const { id, buttons } of messages.toReversed()) {
    const sends = taps.get(`${id} ${label}`);
    if (sends !== undefined) return sends;
    const other = buttons.find((button) => button.label === label);
    if (other?.asksContact) throw new Error(`The button "${label}" asks for the person's data: use shareContact()`);
    if (other) throw new Error(`The button "${label}" opens ${other.url ?? "nothing"}: Zalo tells nobody of that`);
  }
  throw new Error(`No button "${label}" on this phone`);
}

function keepFile(file: { bytes: Uint8Array; type: string }, { files, ids, apiRoot }: Stage): string {
  const id = ids.random("file");
  files.set(id, file);
  return `${apiRoot}/files/${id}`;
}
