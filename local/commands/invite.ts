/** `npm run invite -- producer [ID] | organizer | office`: a code that binds one chat to that post, as text, links and a QR; or the ids there are. */
import { toString as qrOf } from "qrcode";
import { channels } from "../../bots/index.ts";
import { type Code, type ProducerId } from "../../shared/domain/ids.ts";
import { type Role } from "../../shared/domain/staff.ts";
import { formatVietnamTime } from "../../shared/domain/time.ts";
import { type App } from "../../shared/ports/app.ts";
import { allProducers } from "../../shared/stores/producers.ts";
import { inviteStaff } from "../../shared/usecases/invite-staff.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { CommandError } from "./command-error.ts";
import { withData } from "./open-data.ts";

const USAGE = "Use: npm run invite -- producer [ID] | organizer | office";
const MOST_SUGGESTED = 20;

export default function invite(args: readonly string[]): Promise<number> {
  if (args.length === 1 && args[0] === "producer") return listProducers();
  const role = readRole(args);
  return withData(async ({ home: { app }, settings }) => {
    const invited = await carryOut(app, () => inviteStaff(app, role));
    if ("refused" in invited) throw new CommandError(await unknownProducer(app, args[1] ?? ""));
    console.log(`Invitation for ${args.join(" ")}: ${invited.code}`);
    console.log(`It binds one chat, once, until ${formatVietnamTime(invited.expiresAt)} (Viet Nam).`);
    console.log(`Send "${invited.code}" to the shop in any chat, or open one of these there:\n`);
    const links = [...(settings.sample ? phones(settings.publicUrl) : []), ...(await linksOf(app, invited.code))];
    for (const { title, url } of links) console.log(`  ${title.padEnd(10)} ${url}`);
    const [first] = links;
    if (first) console.log(`\n${await qrOf(first.url, { type: "terminal", small: true })}\n${first.title}`);
    return 0;
  });
}

/** Every id that an invitation may name. */
function listProducers(): Promise<number> {
  return withData(async ({ home: { app } }) => {
    const producers = await Array.fromAsync(allProducers(app.table));
    if (producers.length === 0) throw new CommandError(NO_PRODUCERS);
    for (const { id, name } of producers) console.log(`${id.padEnd(LONGEST_ID)} ${name}`);
    return 0;
  });
}

const LONGEST_ID = 32;
const NO_PRODUCERS = "There are no producers yet: import a catalogue first (npm run import -- FILE.csv).";

function readRole([role, producer, ...more]: readonly string[]): Role {
  if (more.length === 0 && role === "producer" && producer !== undefined)
    return { role, producer: producer as ProducerId };
  if (producer === undefined && (role === "organizer" || role === "office")) return { role };
  throw new CommandError(USAGE);
}

/** Ids that look alike, else the first ones there are. */
async function unknownProducer({ table }: App, wanted: string): Promise<string> {
  const ids = (await Array.fromAsync(allProducers(table))).map(({ id }) => id);
  if (ids.length === 0) return NO_PRODUCERS;
  const near = ids.filter((id) => wanted.split("-").some((part) => part.length > 2 && id.includes(part)));
  const shown = (near.length > 0 ? near : ids).slice(0, MOST_SUGGESTED);
  const of = near.length > 0 ? near : ids;
  const more = of.length > shown.length ? ` and ${of.length - shown.length} more` : "";
  const all = shown.length < ids.length ? " All of them: npm run invite -- producer." : "";
  return `There is no producer "${wanted}". ${near.length > 0 ? "Perhaps" : "There are"}: ${shown.join(", ")}${more}.${all}`;
}

type Link = { title: string; url: string };

/** The phones of the sample shop stand on a page of their own. */
const phones = (publicUrl: string): readonly Link[] => [{ title: "Phones", url: `${publicUrl}/simulator` }];

async function linksOf(app: App, code: Code): Promise<readonly Link[]> {
  const links = app.channels.names.map(async (name): Promise<Link | undefined> => {
    const title = channels.find((entry) => entry.name === name)?.title ?? name;
    const channel = await app.channels.get(name);
    // A bot that knows its name gives a link that opens it; without an answer the link is the shop's page.
    await channel?.upkeep?.().catch(() => undefined);
    return channel?.manifest.chat ? { title, url: channel.chatLink(code) } : undefined;
  });
  return (await Promise.all(links)).filter((link) => link !== undefined);
}
