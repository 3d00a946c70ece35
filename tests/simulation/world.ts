/**
 * The whole program under one seed, which drives people, time, ids, the network, storage faults, crashes, repeated
 * deliveries and who is faster: the same seed is the same history.
 */
import { cpSync, mkdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DATA_FILE } from "../../local/home/open-home.ts";
import { type Catalogue } from "../../shared/domain/catalogue.ts";
import { conversationId } from "../../shared/domain/conversation.ts";
import { type ProductId } from "../../shared/domain/ids.ts";
import { MINUTE } from "../../shared/domain/time.ts";
import { type Blob, type Blobs } from "../../shared/ports/blobs.ts";
import { type Key, type Table, type Write } from "../../shared/ports/table.ts";
import { loadCatalogue } from "../../shared/stores/catalogue.ts";
import { offerKey } from "../../shared/stores/products.ts";
import { Busy } from "../../shared/usecases/plan.ts";
import { seededRandom } from "../fakes/random.ts";
import { type Market, openMarket, type Talker } from "../journeys/market.ts";
import { AnswerLost, type Chances, faultyTable, KIND, ProcessDied } from "./faulty-table.ts";
import { Ledger, type Stock, Violation } from "./ledger.ts";

/** `planted`: a fault of ours, put in on purpose to see that it is found. */
export type WorldOptions = { storm?: Chances; planted?: (table: Table) => Table };

const STORM: Chances = { busy: 0.02, lost: 0.01, between: 0.25, crash: 0.004 };

const CUSTOMERS: readonly (readonly [channel: string, chat: string])[] = [
  ["zalo", "910001"],
  ["telegram", "910002"],
  ["zalobot", "910003"],
  ["webchat", "khach-910004"],
];
export const PRODUCERS = ["htx-0", "htx-1", "htx-2"];

const asItIs = (table: Table): Table => table;
const CATALOGUE = "catalogue/latest.json";
/** Longer than any lease or pause between tries. */
const LONG = 10 * MINUTE;

function offerOfKey({ pk, sk }: Key): { product: ProductId; unit: string } | undefined {
  const [, product] = /^product#(.+)$/.exec(pk) ?? [];
  const [, unit] = /^offer#(.+)$/.exec(sk) ?? [];
  return product === undefined || unit === undefined ? undefined : { product: product as ProductId, unit };
}

export type Customer = {
  person: Talker;
  channel: string;
  conversation: string;
  /** Messages that were taken. */ said: number;
};

export class World {
  readonly market: Market;
  readonly random: () => number;
  readonly customers: Customer[] = [];
  readonly producers: readonly Talker[];
  /** What the catalogue was at each of its versions: the log names them, so that it can be replayed. */
  readonly catalogues = new Map<string, Catalogue>();
  readonly ledger = new Ledger();
  readonly violations: Violation[] = [];
  /** What the shop does while somebody's order is being committed: to one of the things that are ordered. */
  meanwhile: ((product: ProductId, unit: string) => Promise<void>) | undefined;
  /** How often the process has ended. */
  lives = 0;
  readonly #folder: string;
  readonly #options: WorldOptions;
  #chances: Chances = KIND;
  #nested = false;
  #dead = false;

  private constructor(seed: number, market: Market, { folder, ...options }: WorldOptions & { folder: string }) {
    this.market = market;
    this.random = seededRandom(seed);
    this.#folder = folder;
    this.#options = options;
    this.producers = PRODUCERS.map((_, place) => market.person("telegram", String(920_001 + place)));
  }

  /** The shop stands, and every producer has a phone bound; then the weather begins. */
  static async open(seed: number, options: WorldOptions = {}): Promise<World> {
    const folder = await mkdtemp(join(tmpdir(), "market-"));
    const laggingIndex = seed % 2 === 0;
    const market = await openMarket({ dataDir: join(folder, "0"), synchronous: "NORMAL", laggingIndex, seed });
    const world = new World(seed, market, { folder, ...options });
    for (const [channel, chat] of CUSTOMERS) await world.#welcome(channel, chat);
    for (const [place, producer] of PRODUCERS.entries())
      await world.producers[place]?.tell(await market.invite(producer));
    await world.#takeStock();
    world.#rig();
    world.#chances = options.storm ?? STORM;
    return world;
  }

  /** Where the data of the process that runs are. */
  get file(): string {
    return join(this.#dataDir, DATA_FILE);
  }

  get #dataDir(): string {
    return join(this.#folder, String(this.lives));
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  pick<T>(things: readonly T[]): T {
    return things[Math.floor(this.random() * things.length)]!;
  }

  /** Works off what is due; a process that dies of it is followed by another, over what is on the disk. */
  async settle(): Promise<void> {
    if (!this.#dead) await this.market.home.settle();
    if (!this.#dead) return;
    await this.market.restart(this.#dataDir);
    this.#dead = false;
    this.#rig();
    this.market.clock.advance(LONG);
    await this.settle();
  }

  /** What the weather does to an act of the shop's own; nothing else is forgiven. */
  shrug(error: unknown): void {
    if (!(error instanceof ProcessDied || error instanceof AnswerLost || error instanceof Busy)) throw error;
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** The weather is kind from now on, and what was put off comes to its end. */
  async calmDown(): Promise<void> {
    this.#chances = KIND;
    for (let round = 0; round < 12; round++) {
      this.market.clock.advance(LONG);
      await this.settle();
    }
  }

  async close(): Promise<void> {
    await this.market.close();
    await rm(this.#folder, { recursive: true });
  }

  async #welcome(channel: string, chat: string): Promise<void> {
    const { account } = (await this.market.home.app.channels.get(channel))!;
    const conversation = conversationId({ channel, account, chat });
    this.customers.push({ person: this.market.person(channel, chat), channel, conversation, said: 0 });
  }

  async #takeStock(): Promise<void> {
    const { app } = this.market.home;
    const catalogue = await loadCatalogue(app);
    this.catalogues.set(catalogue.version, catalogue);
    for (const { id, offers } of catalogue.listings)
      for (const { unit } of offers) {
        const key = offerKey(id, unit);
        const item = (await app.table.get(key)) as Partial<Stock> | undefined;
        const { price = 0, onHand = 0, reserved = 0, sold = 0 } = item ?? {};
        this.ledger.offers.set(`${key.pk} ${key.sk}`, { price, onHand, reserved, sold });
      }
  }

  /** Puts the faulty table between the program and its file. */
  #rig(): void {
    const { app } = this.market.home;
    const { planted = asItIs } = this.#options;
    const table = faultyTable(app.table, {
      chances: () => this.#chances,
      random: this.random,
      between: (writes) => this.#others(writes),
      committed: (writes) => {
        this.#watch(writes);
      },
      die: () => {
        this.#die();
      },
    });
    app.table = planted(table);
    this.#keepCatalogues(app.blobs);
  }

  #keepCatalogues(blobs: Blobs): void {
    const put: Blobs["put"] = blobs.put.bind(blobs);
    blobs.put = (key: string, blob: Blob) => {
      if (key === CATALOGUE) {
        const catalogue = JSON.parse(Buffer.from(blob.bytes).toString("utf8")) as Catalogue;
        this.catalogues.set(catalogue.version, catalogue);
      }
      return put(key, blob);
    };
  }

  #watch(writes: readonly Write[]): void {
    try {
      this.ledger.take(writes);
    } catch (error) {
      if (!(error instanceof Violation)) throw error;
      this.violations.push(error);
    }
  }

  /**
   * Others are faster: all other conversations and reactions have their turn first, or the shop sets a price. Only where
   * a conversation commits, since reactions wait for each other.
   */
  async #others(writes: readonly Write[]): Promise<void> {
    if (this.#nested || !writes.some((write) => write.do === "put" && write.item.pk.startsWith("conv#"))) return;
    const ordered = writes.flatMap((write) => (write.do === "add" ? (offerOfKey(write.key) ?? []) : []));
    this.#nested = true;
    try {
      if (ordered[0] && this.chance(0.6)) await this.meanwhile?.(ordered[0].product, ordered[0].unit);
      else await this.market.home.settle();
    } finally {
      this.#nested = false;
    }
  }

  #die(): void {
    const { home } = this.market;
    const blobs = join(this.#dataDir, "blobs");
    this.market.unplug();
    this.#dead = true;
    this.lives += 1;
    mkdirSync(this.#dataDir);
    home.copyTo(this.file);
    cpSync(blobs, join(this.#dataDir, "blobs"), { recursive: true });
  }
}
