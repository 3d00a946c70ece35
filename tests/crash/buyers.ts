/**
 * Buyers at the web chat's door who go on where they were when the shop died: what was not acknowledged is sent again
 * with the same id, as the page's own script does.
 */
import { seededRandom } from "../fakes/random.ts";

/** What is bought: "gói nấm hương". */
export type Wares = readonly string[];

export type Buyers = {
  /** Ids of the messages that the shop has acknowledged. */
  readonly acknowledged: ReadonlySet<string>;
  /** They write until the shop is gone; `heard` is told of every acknowledgement. */
  write(address: string, heard: () => void): Promise<void>;
};

const ID_LENGTH = 32;
const CONTACT = "Nguyễn Văn Nam, 0912 345 678, số 25 Hoàng Đình Giong, phường Thục Phán, Cao Bằng";

export function newBuyers(seed: number, lanes: number, wares: Wares): Buyers {
  const acknowledged = new Set<string>();
  const all = Array.from({ length: lanes }, (_, lane) => newLane({ random: seededRandom(seed + lane), lane, wares }));
  return {
    acknowledged,
    async write(address, heard) {
      const known = (id: string): void => {
        acknowledged.add(id);
        heard();
      };
      await Promise.all(all.map((writeOn) => writeOn(address, known)));
    },
  };
}

type Lane = { random: () => number; lane: number; wares: Wares };

/** One buyer after another; each orders, and some take it back. Ends when the shop is gone. */
function newLane({ random, lane, wares }: Lane): (address: string, known: (id: string) => void) => Promise<void> {
  let buyer = 0;
  let cookie = "";
  let left: string[] = [];
  const next = (): void => {
    buyer++;
    cookie = "";
    const ware = wares[Math.floor(random() * wares.length)] ?? "";
    left = [`cho mình 1 ${ware}`, CONTACT, "ừ", ...(random() < 0.3 ? ["huỷ"] : [])];
  };
  return async (address, known) => {
    for (;;) {
      if (left.length === 0) next();
      const [text = ""] = left;
      // The first id makes the visitor: a short one would make another when it is sent again.
      const id = `buyer-${lane}-${buyer}-${left.length}`.padEnd(ID_LENGTH, "x");
      const answer = await say(address, { cookie, id, text });
      if (!answer) return;
      known(answer.updateId);
      cookie = answer.cookie;
      left = left.slice(1);
    }
  };
}

/** What the shop answered; nothing where it died before it did. */
async function say(
  address: string,
  { cookie, id, text }: { cookie: string; id: string; text: string },
): Promise<{ updateId: string; cookie: string } | undefined> {
  const headers = { "content-type": "application/json", ...(cookie === "" ? {} : { cookie }) };
  try {
    const body = JSON.stringify({ id, text });
    const response = await fetch(`${address}/chat/messages`, { method: "POST", headers, body });
    const { updateId } = (await response.json()) as { updateId: string };
    return { updateId, cookie: response.headers.get("set-cookie")?.split(";")[0] ?? cookie };
  } catch {
    return undefined;
  }
}
