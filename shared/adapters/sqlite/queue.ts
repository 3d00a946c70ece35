/**
 * FIFO queues in the embedded home's file: one message of a group at a time and in order, groups side by side.
 * A claim is a lease; a failure waits longer each time and holds up its own group alone; the last one is put aside.
 */
import { MINUTE, SECOND, millis } from "../../domain/time.ts";
import { type Clock } from "../../ports/clock.ts";
import { type Delivered, type Queue, type QueueMessage } from "../../ports/queue.ts";
import { type SqliteFile } from "./file.ts";

export const MAX_RECEIVES = 5;
const RETRY_DELAYS = [1 * SECOND, 4 * SECOND, 16 * SECOND, 64 * SECOND];
/** The window of SQS. */
const DEDUPE_WINDOW = 5 * MINUTE;

export type Claimed = Delivered & { readonly queue: string; readonly seq: number };

/** A message that failed for good. Its body stays in the file: it may hold what a person said. */
export type DeadLetter = { id: string; queue: string; group: string; receiveCount: number; diedAt: number };

/** How many messages may be taken: in all, and of each lane where those have a bound. */
export type Room = { readonly all: number; readonly inLane?: (lane: string) => number };

export const laneOf = (group: string): string => group.split(":", 1)[0] ?? "";

type Row = { seq: number; origin: number | null; queue: string; grp: string; body: string; receives: number };
type Head = Row & { visible_at: number };

const byAge = (a: Head, b: Head): number => a.visible_at - b.visible_at || a.seq - b.seq;

/** What stands before the first colon of a group: the channel of a conversation. */
const LANE = "substr(grp, 1, instr(grp || ':', ':') - 1)";
const NOT_IN = `${LANE} NOT IN (SELECT value FROM json_each(?))`;
const HEADS = `SELECT seq, origin, queue, grp, body, receives, visible_at FROM messages
  WHERE queue = ? AND head = 1 AND visible_at <= ? AND ${NOT_IN} ORDER BY visible_at, seq LIMIT ?`;
const NEXT_DUE = `SELECT min(visible_at) AS due FROM messages WHERE queue = ? AND head = 1`;
const INSERT = `INSERT INTO messages (queue, grp, body, origin, visible_at, head)
  VALUES (?1, ?2, ?3, ?4, ?5, NOT EXISTS (SELECT 1 FROM messages WHERE queue = ?1 AND grp = ?2))`;
const PROMOTE = `UPDATE messages SET head = 1
  WHERE seq = (SELECT min(seq) FROM messages WHERE queue = ? AND grp = ?) AND head = 0`;

const topicOf = (queue: string): string => `queue:${queue}`;

export class SqliteQueue implements Queue {
  readonly #file: SqliteFile;
  readonly #clock: Clock;
  readonly #holder: string;

  /** `holder` names this process among those that claim from the file. */
  constructor(file: SqliteFile, clock: Clock, holder: string) {
    this.#file = file;
    this.#clock = clock;
    this.#holder = holder;
  }

  #now(): number {
    return millis(this.#clock.now());
  }

  send(queue: string, { group, dedupeId, body }: QueueMessage): Promise<void> {
    return this.#file.write(() => {
      const now = this.#now();
      const before = this.#file.get("SELECT until FROM sent WHERE queue = ? AND dedupe = ?", queue, dedupeId);
      if (Number(before?.["until"] ?? 0) > now) return;
      this.#file.run("INSERT OR REPLACE INTO sent VALUES (?, ?, ?)", queue, dedupeId, now + DEDUPE_WINDOW);
      this.insert(queue, group, JSON.stringify(body));
    });
  }

  /** For use inside a write's job. */
  insert(queue: string, group: string, body: string, origin: number | null = null): void {
    this.#file.run(INSERT, queue, group, body, origin, this.#now());
    this.#file.touch(topicOf(queue));
  }

  isTouched = (queue: string, topics: ReadonlySet<string> | "all"): boolean =>
    topics === "all" || topics.has(topicOf(queue));

  /** When the next message can be claimed that stands in none of these lanes, in epoch milliseconds; undefined: there is none. */
  nextDue(queue: string, without: readonly string[] = []): number | undefined {
    const row =
      without.length === 0
        ? this.#file.get(NEXT_DUE, queue)
        : this.#file.get(`${NEXT_DUE} AND ${NOT_IN}`, queue, JSON.stringify(without));
    return row?.["due"] === null ? undefined : Number(row?.["due"]);
  }

  /** Takes as many messages as there is room for, for so long. One whose process died on the last try is put aside unheard. */
  async claim(queue: string, room: number | Room, leaseMs: number): Promise<readonly Claimed[]> {
    const due = this.nextDue(queue);
    if (due === undefined || due > this.#now()) return [];
    return this.#file.write(
      () => {
        const heads = this.#heads(queue, typeof room === "number" ? { all: room } : room);
        return heads.flatMap((row) => this.#lease(row, leaseMs) ?? []);
      },
      { durable: false },
    );
  }

  /** The oldest that have room; once a lane is full, what stands behind it in other lanes is looked for anew. */
  #heads(queue: string, { all, inLane = () => all }: Room): readonly Row[] {
    const taken = new Map<string, readonly Head[]>();
    const full = new Set<string>();
    for (;;) {
      const without = JSON.stringify([...full]);
      const heads = this.#file.all(HEADS, queue, this.#now(), without, all) as Head[];
      const before = full.size;
      for (const [lane, rows] of Map.groupBy(heads, ({ grp }) => laneOf(grp))) {
        const most = Math.max(inLane(lane), 0);
        taken.set(lane, rows.slice(0, most));
        if (rows.length > most) full.add(lane);
      }
      if (full.size === before) return [...taken.values()].flat().sort(byAge).slice(0, all);
    }
  }

  #lease({ seq, origin, queue, grp, body, receives }: Row, leaseMs: number): Claimed | undefined {
    if (receives >= MAX_RECEIVES) {
      this.#bury(seq);
      return undefined;
    }
    this.#file.run(
      "UPDATE messages SET receives = receives + 1, visible_at = ?, claimed_by = ? WHERE seq = ?",
      this.#now() + leaseMs,
      this.#holder,
      seq,
    );
    const receiveCount = receives + 1;
    const lastTry = receiveCount === MAX_RECEIVES;
    return { queue, seq, id: `${queue}-${origin ?? seq}`, group: grp, body: JSON.parse(body), receiveCount, lastTry };
  }

  /** The message is handled. A claim that ran out and was taken by another does nothing. */
  async finish(claimed: Claimed): Promise<void> {
    await this.#settle(claimed, () => {
      this.#file.run("DELETE FROM messages WHERE seq = ?", claimed.seq);
      this.#promote(claimed.queue, claimed.group);
    });
  }

  /** The message comes again later, or after the last try is put aside. */
  async fail(claimed: Claimed): Promise<void> {
    await this.#settle(claimed, () => {
      const delay = RETRY_DELAYS[claimed.receiveCount - 1];
      if (claimed.lastTry || delay === undefined) this.#bury(claimed.seq);
      else this.#show(claimed.seq, this.#now() + delay);
    });
  }

  async #settle({ seq, receiveCount }: Claimed, change: () => void): Promise<void> {
    await this.#file.write(
      () => {
        const row = this.#file.get("SELECT receives FROM messages WHERE seq = ?", seq);
        if (row?.["receives"] === receiveCount) change();
      },
      { durable: false },
    );
  }

  #show(seq: number, at: number): void {
    this.#file.run("UPDATE messages SET visible_at = ?, claimed_by = NULL WHERE seq = ?", at, seq);
  }

  #promote(queue: string, group: string): void {
    if (this.#file.run(PROMOTE, queue, group).changes > 0) this.#file.touch(topicOf(queue));
  }

  #bury(seq: number): void {
    const row = this.#file.get("DELETE FROM messages WHERE seq = ? RETURNING *", seq) as Row | undefined;
    if (!row) return;
    const { origin, queue, grp, body, receives } = row;
    this.bury({ origin: origin ?? seq, queue, group: grp, body, receives });
    this.#promote(queue, grp);
  }

  /** For use inside a write's job: puts something aside that could not be handled. */
  bury(letter: { origin: number; queue: string; group: string; body: string; receives: number }): void {
    const { origin, queue, group, body, receives } = letter;
    this.#file.run("INSERT INTO dead VALUES (?, ?, ?, ?, ?, ?)", origin, queue, group, body, receives, this.#now());
  }

  deadLetters(): readonly DeadLetter[] {
    return this.#file
      .all("SELECT origin, queue, grp, receives, died_at FROM dead ORDER BY died_at, origin")
      .map(({ origin, queue, grp, receives, died_at }) => ({
        id: `${String(queue)}-${Number(origin)}`,
        queue: String(queue),
        group: String(grp),
        receiveCount: Number(receives),
        diedAt: Number(died_at),
      }));
  }

  /** Sends what was put aside once more, behind what waits; answers how many. */
  redrive(queue: string): Promise<number> {
    return this.#file.write(() => {
      const rows = this.#file.all("DELETE FROM dead WHERE queue = ? RETURNING origin, grp, body", queue);
      for (const { origin, grp, body } of rows) this.insert(queue, String(grp), String(body), Number(origin));
      return rows.length;
    });
  }

  /** Gives back what processes that are no more had claimed, so that nobody waits for their leases. */
  async releaseAbandoned(isAlive: (holder: string) => boolean): Promise<void> {
    const holders = this.#file.all("SELECT DISTINCT claimed_by AS holder FROM messages WHERE claimed_by IS NOT NULL");
    const dead = holders.map(({ holder }) => String(holder)).filter((holder) => !isAlive(holder));
    for (const holder of dead)
      await this.#file.write(() =>
        this.#file.run(
          "UPDATE messages SET visible_at = ?, claimed_by = NULL WHERE claimed_by = ?",
          this.#now(),
          holder,
        ),
      );
  }

  /** Frees the room of dedupe ids whose window is over. */
  async sweep(): Promise<void> {
    await this.#file.write(() => this.#file.run("DELETE FROM sent WHERE until <= ?", this.#now()), { durable: false });
  }
}
