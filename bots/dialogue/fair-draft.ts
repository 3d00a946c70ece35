/** A fair as it is being told: what a message adds to it, what it still lacks, and what it is as a wish to announce. */
import { type Fair, upcomingFairs } from "../../shared/domain/fair.ts";
import { fold } from "../../shared/domain/text.ts";
import { type IsoDate } from "../../shared/domain/time.ts";
import { type AnnounceFair } from "../../shared/usecases/announce-fair.ts";
import { readDays } from "../understanding/read-days.ts";
import { tidy } from "./fair-readers.ts";
import { venueOf } from "./fair-venue.ts";
import { type FairDraft, type FairQuestion } from "./state.ts";

/** What is said goes before what stood; one end of the days leaves the other where it still fits. */
export function withSaid(draft: FairDraft, said: FairDraft): FairDraft {
  const { to, ...rest } = { ...draft, ...said };
  // Of another organizer it is another fair, though it may have that name.
  if (draft.organizer !== undefined && fold(rest.organizer ?? "") !== fold(draft.organizer)) delete rest.id;
  const stale = said.from !== undefined && said.to === undefined && to !== undefined && to < said.from;
  return to === undefined || stale ? rest : { ...rest, to };
}

/** A bare answer belongs to what was asked, whatever it looks like: "Xã Trùng Khánh" may hold a fair or be its place. */
export function answering(about: FairQuestion, words: string, said: FairDraft, draft: FairDraft): FairDraft {
  if (about === "last-day") {
    // "22/12" alone is the day that was asked for, and no fair of one day.
    const isLast = said.to !== undefined && said.from === said.to && said.to > (draft.from ?? said.to);
    return { ...without(said, isLast ? ["description", "from"] : ["description"]), ...lastDay(words, said, draft) };
  }
  const field = about === "more" ? "focus" : about;
  const facts = Object.keys(without(said, ["description"])).length;
  if (field === "days") return facts === 0 ? {} : said;
  if (field === "card") return facts > 0 || TELLS.test(fold(words).trim()) ? said : {};
  if (said[field] !== undefined) return said;
  const whole = tidy(words);
  const known = Object.values(without(said, ["description"]));
  const others = known.filter((value) => value !== whole);
  if (others.length > 0 || (about === "more" && (known.length > 0 || TELLS.test(fold(whole))))) return said;
  return whole === "" || UNSURE.test(fold(whole)) || isFiller(whole)
    ? {}
    : { [field]: field === "name" ? capitalised(whole) : whole };
}

/** Of what goes on there, rather than of what is sold. */
const TELLS = /^(?:co|se co|them|ngoai ra|gom|quy mo|noi dung|gioi thieu|hon|\d+)[\s:]|[.!]\s|\n/;
const UNSURE = /^(?:chua|khong)(?: (?:biet|ro|co|chot|quyet|nho))?(?: (?:a|nua|dau|em))*$/;
/** "bỏ qua", "ok", "đúng rồi": words to us, and no fact of anything. */
const FILLER =
  /^(?:(?:da|a|u|uh|um|ok|oke|okie|okay|vang|dung|duoc|dc|xong|roi|thoi|het|bo qua|(?:bao|dang) hoi cho|skip|yes|no|co|khong|ko|khong co|khong can|khoi|the|vay|chuan|tiep|tiep tuc|tuy|tuy ban|sao cung duoc|next|chua|de sau|sau|bo|du|nhe|nha|em|shop|luon|di|nua|gi|dau|ban|cam on|thanks)(?: |$))+$/;

export const isFiller = (words: string): boolean =>
  FILLER.test(
    fold(words)
      .replaceAll(/[^a-z0-9]+/g, " ")
      .trim(),
  );

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const ONE_DAY =
  /^(?:chi |moi |co |dung )*(?:mot|1) ngay(?: (?:thoi|a|do))*$|^(?:chi )?(?:trong )?(?:ngay|hom) (?:do|day|ay)(?: thoi)?$/;

function lastDay(words: string, { to }: FairDraft, { from }: FairDraft): FairDraft {
  const said = fold(words).trim();
  if (to !== undefined || from === undefined) return {};
  if (ONE_DAY.test(said)) return { to: from };
  const days = /^(\d{1,2}) ngay$/.exec(said)?.[1];
  const month = Number(from.slice(5, 7));
  if (days !== undefined)
    return endOf(readDays(`${days} ngày từ ${Number(from.slice(8))}/${month}/${from.slice(0, 4)}`, from));
  const day = /^(?:(?:den|toi|het|ngay) )*(\d{1,2})$/.exec(said)?.[1];
  return day === undefined ? {} : endOf(readDays(`đến ${day}/${month}/${from.slice(0, 4)}`, from));
}

const endOf = ({ to }: { to?: IsoDate }): FairDraft => (to === undefined ? {} : { to });

/** What can't be left out and is, in the order in which it is asked. */
export function gapOf({ name, from, to, venue, organizer }: FairDraft): FairQuestion | undefined {
  if (name === undefined) return "name";
  if (from === undefined) return "days";
  if (to === undefined) return "last-day";
  if (venue === undefined) return "venue";
  return organizer === undefined ? "organizer" : undefined;
}

/** The fair of that name that is announced and to come, told by the same organizer: its facts, and then what was said. */
export function recalled(said: FairDraft, fairs: readonly Fair[], today: IsoDate): FairDraft {
  const { name, from, organizer } = said;
  if (name === undefined) return said;
  const [only, ...others] = toldFairs(fairs, today).filter(
    (fair) =>
      fold(fair.name) === fold(name) &&
      (from === undefined || from.slice(0, 4) === fair.from.slice(0, 4)) &&
      (organizer === undefined || fold(organizer) === fold(fair.organizer ?? "")),
  );
  return only && others.length === 0 ? withSaid(draftOf(only), said) : said;
}

/** Told by somebody and to come; what is only expected is nobody's yet. */
export const toldFairs = (fairs: readonly Fair[], today: IsoDate): readonly Fair[] =>
  upcomingFairs(fairs, today).filter(({ expected }) => expected !== true);

export function draftOf({ id, name, from, to, venue, ...fair }: Fair): FairDraft {
  const { opensAt, closesAt, organizer, focus, description, photo } = fair;
  const optional = { opensAt, closesAt, organizer, focus, description, photo };
  const known = Object.entries(optional).filter(([, value]) => value !== undefined);
  return { id, name, from, to, venue: venue.text, offered: true, ...(Object.fromEntries(known) as FairDraft) };
}

/** Undefined while something is missing. */
export function wishOf(draft: FairDraft): AnnounceFair | undefined {
  const { name, from, venue, organizer } = draft;
  if (name === undefined || from === undefined || venue === undefined || organizer === undefined) return undefined;
  const more: Omit<FairDraft, "venue"> = without(draft, ["offered", "venue"]);
  return { ...more, name, from, venue: venueOf(venue), organizer };
}

/** The draft with some fields taken out. */
export const without = (draft: FairDraft, gone: readonly (keyof FairDraft)[]): FairDraft =>
  Object.fromEntries(Object.entries(draft).filter(([field]) => !gone.some((one) => one === field)));
