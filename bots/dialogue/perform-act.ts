/** Carries out what the engine asked for: reads answer at once, changes become plans that commit with the turn. */
import { createHash } from "node:crypto";
import { type Conversation, conversationId } from "../../shared/domain/conversation.ts";
import { type Code } from "../../shared/domain/ids.ts";
import { LIMITS } from "../../shared/domain/limits.ts";
import { summaryOf } from "../../shared/domain/order.ts";
import { refuse } from "../../shared/domain/result.ts";
import { millis } from "../../shared/domain/time.ts";
import { type App } from "../../shared/ports/app.ts";
import { findOrders } from "../../shared/stores/orders.ts";
import { bindingsOf } from "../../shared/stores/staff.ts";
import { announceFair, type AnnouncedFair, type AnnounceFair } from "../../shared/usecases/announce-fair.ts";
import { cancelFair } from "../../shared/usecases/cancel-fair.ts";
import { cancelOrder } from "../../shared/usecases/cancel-order.ts";
import { callPerson } from "../../shared/usecases/call-person.ts";
import { captureLead } from "../../shared/usecases/capture-lead.ts";
import { openWalls } from "../../shared/usecases/draft-promotion.ts";
import { listProduct } from "../../shared/usecases/list-product.ts";
import { withdrawLeads } from "../../shared/usecases/withdraw-leads.ts";
import { isJoining, performJoining } from "./perform-joining.ts";
import { isOfMoney, performMoney, performPlacing } from "./perform-money.ts";
import { isOffices, performOffice } from "./perform-office.ts";
import { isOfParcels, performParcels } from "./perform-parcels.ts";
import { isOfStock, performStock } from "./perform-stock.ts";
import { type Performed, planned } from "./performed.ts";
import { openCode } from "./open-code.ts";
import { proposeReading } from "./propose-reading.ts";
import { type Act, type ToldFair } from "./step.ts";

const EXTENSIONS: Readonly<Record<string, string>> = { "image/png": "png", "image/webp": "webp", "image/jpeg": "jpg" };

export async function performAct(app: App, conversation: Conversation, act: Act): Promise<Performed> {
  if (isJoining(act)) return performJoining(app, conversation, act);
  if (isOfMoney(act)) return performMoney(app, conversation, act);
  if (isOfParcels(act)) return performParcels(app, act);
  if (isOfStock(act)) return performStock(app, conversation, act);
  if (isOffices(act)) return performOffice(app, conversation, act);
  const { do: name, wish } = act;
  const id = conversationId(conversation);
  const source = conversation.source === undefined ? {} : { source: conversation.source };
  switch (name) {
    case "find-orders":
      return { outcome: (await findOrders(app.table, wish.orders)).map(summaryOf) };
    case "place-order":
      return performPlacing(app, { ...wish, ...source, conversation: id });
    case "cancel-order":
      return planned(await cancelOrder(app, { ...wish, conversation: id }), summaryOf);
    case "open-code":
      return openCode(app, conversation, wish);
    case "list-product":
      return planned(await listProduct(app, wish), (listed) => listed);
    case "announce-fair":
      return announced(app, wish);
    case "cancel-fair":
      return planned(await cancelFair(app, wish), ({ name: title, slug }) => ({ name: title, slug }));
    case "capture-lead":
      return captured(app, wish, { ...source, conversation: id });
    case "withdraw-leads":
      return planned(await withdrawLeads(app, { ...wish, conversation: id }), () => null);
    case "call-person":
      return called(app, conversation, { ...wish, ...source, conversation: id });
    case "keep-photo":
      return keepPhoto(app, conversation, wish.ref);
    case "propose-reading":
      return { outcome: await proposeReading(app, wish) };
  }
}

async function announced(app: App, wish: AnnounceFair): Promise<Performed> {
  const walls = (await openWalls(app)).flatMap(({ manifest: { wall } }) => wall ?? []);
  return planned(await announceFair(app, wish), (told) => toldOf(told, walls));
}

/** Only what is new is posted, and only where its name may be advertised. */
const toldOf = ({ fair: { name, slug }, outcome, ban }: AnnouncedFair, walls: readonly string[]): ToldFair => ({
  name,
  slug,
  outcome,
  walls: outcome === "new" && ban === undefined ? walls : [],
  ...(ban === undefined ? {} : { ban }),
});

const WAITS_MS = LIMITS.conversation.at(-1)?.after ?? 0;

/** Whoever calls again while they wait for an answer waits since the first call. */
async function called(
  app: App,
  { handedOverAt, answeredAt }: Conversation,
  wish: Act<"call-person">["wish"] & { conversation: string; source?: Code },
): Promise<Performed> {
  const now = app.clock.now();
  const waits = handedOverAt !== undefined && answeredAt === undefined && millis(now) - millis(handedOverAt) < WAITS_MS;
  const plan = await callPerson(app, waits ? wish : { ...wish, since: now });
  const told = (await bindingsOf(app.table, { role: "office" })).length > 0;
  return { ...planned(plan, () => ({ told })), conversation: { handedOverAt: waits ? handedOverAt : now } };
}

async function captured(
  app: App,
  { quiet, ...wish }: Act<"capture-lead">["wish"],
  where: { conversation: string; source?: Code },
): Promise<Performed> {
  const plan = await captureLead(app, { ...wish, ...where });
  return planned(quiet ? { ...plan, events: [] } : plan, ({ id }) => ({ lead: id }));
}

/** Named by its content: the same picture twice is one file. */
async function keepPhoto(app: App, { channel: name }: Conversation, ref: string): Promise<Performed> {
  const channel = await app.channels.get(name);
  try {
    const file = await channel?.fetchFile?.(ref);
    const extension = EXTENSIONS[file?.type ?? ""];
    if (!file || extension === undefined) return { outcome: refuse({ code: "photo-lost" }) };
    const photo = `photos/${createHash("sha256").update(file.bytes).digest("hex").slice(0, 32)}.${extension}`;
    await app.blobs.put(photo, file);
    return { outcome: { photo } };
  } catch (error) {
    app.log.error("photo.lost", error, { channel: name });
    return { outcome: refuse({ code: "photo-lost" }) };
  }
}
