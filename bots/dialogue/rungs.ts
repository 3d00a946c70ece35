/** The ladder: every way to reach staff, the cheapest and most certain first, the office's call list last. */
import { parseConversationId } from "../../shared/domain/conversation.ts";
import { noticeId } from "../../shared/domain/notice.ts";
import { type Binding } from "../../shared/domain/staff.ts";
import { type App } from "../../shared/ports/app.ts";
import { type Channel, type TemplateRecipient } from "../../shared/ports/channel.ts";
import { bindingsOf } from "../../shared/stores/staff.ts";
import { callStaff } from "../../shared/usecases/call-staff.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { type StaffNotice } from "./staff-notice.ts";
import { type Delivery } from "./take-turn.ts";
import { tellEach, tellOffice } from "./tell.ts";

/** All phones of one rung are told; "refused": nobody was. */
export type Rung = { readonly name: string; readonly tell: () => Promise<Delivery> };

export async function ladderOf(app: App, notice: StaffNotice): Promise<readonly Rung[]> {
  const own = await bindingsOf(app.table, notice.post);
  const open = await Promise.all(app.channels.names.map((name) => app.channels.get(name)));
  const channels = open.filter((channel) => channel !== undefined).toSorted((one, other) => rank(one) - rank(other));
  return [
    ...channels.flatMap((channel) => chatRung(app, notice, { channel, bound: boundOn(channel, own) })),
    ...channels.flatMap((channel) => templateRungs(app, notice, { channel, bound: boundOn(channel, own) })),
    callRung(app, notice, own.length > 0),
  ];
}

const rank = ({ manifest }: Channel): number => manifest.staffRung ?? Number.MAX_SAFE_INTEGER;

const boundOn = ({ manifest }: Channel, bindings: readonly Binding[]): readonly Binding[] =>
  bindings.filter(({ conversation }) => parseConversationId(conversation).channel === manifest.name);

type On = { readonly channel: Channel; readonly bound: readonly Binding[] };

function chatRung(app: App, notice: StaffNotice, { channel, bound }: On): readonly Rung[] {
  if (bound.length === 0) return [];
  return [{ name: channel.manifest.name, tell: () => tellEach(app, bound, noticeId(notice.key), notice.words) }];
}

/** To the chats, whose window may be closed; then to the phone that the catalogue names. */
function templateRungs(app: App, notice: StaffNotice, { channel, bound }: On): readonly Rung[] {
  if (!channel.sendTemplate) return [];
  const { name } = channel.manifest;
  const chats = bound.map(({ conversation }) => ({ chat: parseConversationId(conversation).chat }));
  const phones = notice.phone === undefined ? [] : [{ phone: notice.phone }];
  return [
    { name: `${name} template`, tell: () => sendTemplates(app, notice, { channel, to: chats }) },
    { name: `${name} template by phone`, tell: () => sendTemplates(app, notice, { channel, to: phones }) },
  ];
}

/** What is not certain counts as refused: a template is paid for and not queued, so the ladder climbs on at once. */
async function sendTemplates(
  app: App,
  { template }: StaffNotice,
  { channel, to }: { channel: Channel; to: readonly TemplateRecipient[] },
): Promise<Delivery> {
  let reached = false;
  for (const recipient of to) {
    const sent = await channel.sendTemplate?.(recipient, template);
    if (sent?.outcome === "sent") reached = true;
    else app.log.warn("template.not-sent", { channel: channel.manifest.name, outcome: sent?.outcome, why: sent?.why });
  }
  return reached ? "sent" : "refused";
}

/** On record before anybody is told: the call is on the list also where no chat of the office is bound. */
const callRung = (app: App, notice: StaffNotice, bound: boolean): Rung => ({
  name: "call list",
  async tell() {
    await carryOut(app, () => callStaff(app, { ...notice.call, notice: notice.key }));
    return tellOffice(app, noticeId(notice.key), (voice) => notice.officeWords(voice, bound));
  },
});
