/**
 * The real program under orders, killed with -9 again and again at moments drawn from a seed (while it starts, while
 * it works) and started anew over the same folder; what it had acknowledged is looked for in the file each time.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { seededRandom } from "../fakes/random.ts";
import { type Buyers, newBuyers } from "./buyers.ts";
import { brokenAtEnd, brokenNow } from "./promises.ts";
import { type FileContent, readFile, readWares } from "./read-file.ts";
import { startShop } from "./shop-process.ts";

const LANES = 6;
/** One in so many is killed before it is open. */
const UNOPENED = 8;
const START_MS = 1000;
const MOST_ACKNOWLEDGEMENTS = 40;
const MOST_MS_MORE = 20;
/** What is not done by then will never be. */
const PEACE_MS = 60_000;
const LOOK_MS = 50;

export type Crashes = { kills: number; acknowledged: number; orders: number; broken: readonly string[] };

export async function crash(
  { kills, seed }: { kills: number; seed: number },
  progress: (killed: number) => void = () => undefined,
): Promise<Crashes> {
  const dataDir = await mkdtemp(join(tmpdir(), "crash-"));
  try {
    const { buyers, before } = await openedOnce(dataDir, seed);
    const random = seededRandom(seed);
    for (let killed = 1; killed <= kills; killed++) {
      await lifeOf(dataDir, buyers, random);
      const { acknowledged } = buyers;
      const content = readFile(dataDir);
      const broken = brokenNow(content, { acknowledged, before });
      if (broken.length > 0) return counted(content, { kills: killed, buyers, broken });
      progress(killed);
    }
    const content = await leftInPeace(dataDir);
    const broken = [...brokenNow(content, { acknowledged: buyers.acknowledged, before }), ...brokenAtEnd(content)];
    return counted(content, { kills, buyers, broken });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

const counted = (
  { orders }: FileContent,
  { kills, buyers, broken }: { kills: number; buyers: Buyers; broken: readonly string[] },
): Crashes => ({ kills, acknowledged: buyers.acknowledged.size, orders: orders.length, broken });

/**
 * The sample shop filled, spoken to and closed in order. What lies there then is what everything afterwards is held
 * against; and Node keeps what it compiled only where a process ends by itself, so the killed ones start sooner.
 */
async function openedOnce(dataDir: string, seed: number): Promise<{ buyers: Buyers; before: FileContent }> {
  const shop = startShop(dataDir);
  const address = (await shop.address) ?? "";
  const buyers = newBuyers(seed, LANES, readWares(dataDir));
  await writeUntil(buyers, { address, acknowledgements: 2 * LANES }, () => shop.stop());
  return { buyers, before: readFile(dataDir) };
}

/** They write until the shop is gone, which comes about after so many acknowledgements, or at once if it is gone already. */
async function writeUntil(
  buyers: Buyers,
  { address, acknowledgements }: { address: string; acknowledgements: number },
  end: () => Promise<void>,
): Promise<void> {
  let heard = 0;
  let ended: Promise<void> | undefined;
  await buyers.write(address, () => {
    if (++heard === acknowledgements) ended = end();
  });
  await (ended ?? end());
}

/** Started once more and not killed until all that waited is worked off, and what follows from it. */
async function leftInPeace(dataDir: string): Promise<FileContent> {
  const shop = startShop(dataDir);
  await shop.address;
  let content = readFile(dataDir);
  for (const end = Date.now() + PEACE_MS; brokenAtEnd(content).length > 0 && Date.now() < end;) {
    await pause(LOOK_MS);
    content = readFile(dataDir);
  }
  await shop.stop();
  return content;
}

async function lifeOf(dataDir: string, buyers: Buyers, random: () => number): Promise<void> {
  const unopened = random() < 1 / UNOPENED;
  const acknowledgements = 1 + Math.floor(random() * MOST_ACKNOWLEDGEMENTS);
  const moment = Math.floor(random() * (unopened ? START_MS : MOST_MS_MORE));
  const shop = startShop(dataDir);
  const address = unopened ? undefined : await shop.address;
  if (address === undefined) {
    await pause(moment);
    return shop.kill();
  }
  await writeUntil(buyers, { address, acknowledgements }, () => pause(moment).then(() => shop.kill()));
}
