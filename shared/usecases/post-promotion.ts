/**
 * Puts a promotion on its walls, each by itself: it is looked at again, the intent is written, the post goes out, the
 * result is written. What may not be posted any more has failed without being sent.
 * An intent that is found without a result means that nobody can say what happened: it is unknown, and never repeated.
 */
import { PostDelayed, PostSubmitted } from "../../events/promotion.ts";
import { type PromotionId } from "../domain/ids.ts";
import { type Post, type Promotion } from "../domain/promotion.ts";
import { refuse } from "../domain/result.ts";
import { after } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { type Posted } from "../ports/channel.ts";
import { type Due } from "../stores/due.ts";
import { happened } from "../stores/outbox.ts";
import { findPromotion, promotionWrite } from "../stores/promotions.ts";
import { carryOut } from "./plan.ts";
import { postAfter, statusOf } from "./post-outcome.ts";
import { recheckPost } from "./recheck-post.ts";

export type OnWall = { promotionId: PromotionId; wall: string };

/** Every wall that still waits. One that throws does not keep the others from theirs. */
export async function postPromotion(app: App, promotionId: PromotionId): Promise<void> {
  const promotion = await findPromotion(app.table, promotionId);
  const faults: unknown[] = [];
  for (const { wall } of promotion?.posts ?? [])
    try {
      await postOnWall(app, { promotionId, wall, tries: 0 });
    } catch (error) {
      app.log.error("post.not-recorded", error, { promotion: promotionId, wall });
      faults.push(error);
    }
  if (faults.length > 0)
    throw new Error(`${faults.length} posts of ${promotionId} are not settled`, { cause: faults[0] });
}

/** Posts on this wall unless it has been tried already; `tries` counts how often the wall has put us off. */
export async function postOnWall(app: App, { tries, ...at }: OnWall & { tries: number }): Promise<void> {
  const stands = await recheck(app, at);
  const claimed = await change(app, at, (post, now) => {
    if (post.status === "posting") return { ...post, status: "unknown", problem: INTERRUPTED };
    const early = post.at !== undefined && post.at > now;
    if (post.status !== "waiting" || early || !stands) return undefined;
    return { ...post, ...stands, status: "problem" in stands ? "failed" : "posting", at: now };
  });
  if (claimed?.status === "failed") app.log.info("post.not-sent", { promotion: at.promotionId, wall: at.wall });
  if (claimed?.status !== "posting") return;
  const outcome = await send(app, claimed);
  app.log.info("post.tried", { promotion: at.promotionId, wall: at.wall, outcome: outcome.outcome, tries });
  await settle(app, { ...at, outcome, tries, asked: 0 });
}

/** Before the intent is written: where this fails nothing has been sent, and the post still waits. */
async function recheck(app: App, { promotionId, wall }: OnWall) {
  const promotion = await findPromotion(app.table, promotionId);
  const post = promotion?.posts.find((one) => one.wall === wall);
  if (!promotion || post?.status !== "waiting") return undefined;
  return recheckPost(app, promotion, { post, channel: await openWall(app, wall) });
}

const INTERRUPTED = "The program stopped while it was posting: look at the wall, and post by hand if it is not there";

/** Asks a wall what became of a post that it took and was still working on. */
export async function askAboutPost(app: App, { asked, ...at }: OnWall & { asked: number }): Promise<void> {
  const promotion = await findPromotion(app.table, at.promotionId);
  const post = promotion?.posts.find(({ wall }) => wall === at.wall);
  if (post?.status !== "submitted" || post.ref === undefined) return;
  const outcome = await ask(app, post, post.ref);
  app.log.info("post.asked", { promotion: at.promotionId, wall: at.wall, outcome: outcome.outcome, asked });
  await settle(app, { ...at, outcome, tries: 0, asked });
}

async function send(app: App, { wall, copy }: Post): Promise<Posted> {
  const channel = await openWall(app, wall);
  if (!channel?.post) return gone(wall);
  try {
    return await channel.post(copy);
  } catch (error) {
    app.log.error("post.failed-halfway", error, { wall });
    return { outcome: "unknown", why: `Posting on ${wall} broke off: look at the wall before you post by hand` };
  }
}

/** A wall that does not answer is asked again: asking changes nothing. */
async function ask(app: App, { wall }: Post, ref: string): Promise<Posted> {
  const channel = await openWall(app, wall);
  if (!channel?.check) return { outcome: "unknown", why: `${wall} can't be asked any more: look at the wall` };
  try {
    return await channel.check(ref);
  } catch (error) {
    app.log.error("post.not-asked", error, { wall });
    return { outcome: "submitted", ref };
  }
}

async function openWall(app: App, wall: string) {
  try {
    return await app.channels.get(wall);
  } catch (error) {
    app.log.error("post.wall-not-opened", error, { wall });
    return undefined;
  }
}

const gone = (wall: string): Posted => ({
  outcome: "refused",
  why: `The channel ${wall} is not set up: see what npm run doctor says about it`,
});

type Settled = OnWall & { outcome: Posted; tries: number; asked: number };

/** Whoever posted knows the outcome: it stands even where somebody called it unknown meanwhile. */
async function settle(app: App, { promotionId, wall, outcome, tries, asked }: Settled): Promise<void> {
  const now = app.clock.now();
  const { next, again } = postAfter(outcome, { tries, asked });
  const aggregate = `promotion:${promotionId}`;
  const due: Due[] = [];
  if (again) {
    const event =
      again.what === "post"
        ? happened(app, PostDelayed, aggregate, { promotionId, wall, tries: tries + 1 })
        : happened(app, PostSubmitted, aggregate, { promotionId, wall, asked: asked + 1 });
    due.push({ at: after(now, again.inMs), event });
  }
  const at = again?.what === "post" ? after(now, again.inMs) : now;
  await change(
    app,
    { promotionId, wall },
    (post) => (OPEN.has(post.status) ? { ...settled(post), ...next, at } : undefined),
    due,
  );
}

const OPEN: ReadonlySet<Post["status"]> = new Set(["posting", "unknown", "submitted"]);

function settled(post: Post): Post {
  const without = { ...post };
  delete without.problem;
  return without;
}

/** Changes one post and with it the state of the whole; answers the post as it stands then. */
async function change(
  app: App,
  { promotionId, wall }: OnWall,
  make: (post: Post, now: ReturnType<App["clock"]["now"]>) => Post | undefined,
  due: readonly Due[] = [],
): Promise<Post | undefined> {
  const changed = await carryOut(app, async () => {
    const promotion = await findPromotion(app.table, promotionId);
    const post = promotion?.posts.find((one) => one.wall === wall);
    const next = post && make(post, app.clock.now());
    if (!promotion || !next) return refuse({ code: "nothing-to-change" });
    const posts = promotion.posts.map((one) => (one.wall === wall ? next : one));
    const whole: Promotion = { ...promotion, posts, status: statusOf(posts) };
    return { writes: [promotionWrite(whole)], events: [], due, facts: { post: next } };
  });
  return "post" in changed ? changed.post : undefined;
}
