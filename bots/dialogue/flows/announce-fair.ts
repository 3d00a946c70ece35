/** An organizer tells of a fair: a sentence or a picture, answers to what was left out, a card, and a yes to it. */
import { datesWords, fairPath } from "../../../shared/domain/fair.ts";
import { type FairId } from "../../../shared/domain/ids.ts";
import { isRefused } from "../../../shared/domain/result.ts";
import { formatDate } from "../../../shared/domain/time.ts";
import { type FairRefusal } from "../../../shared/usecases/announce-fair.ts";
import { answering, draftOf, recalled, toldFairs, wishOf, withSaid, without } from "../fair-draft.ts";
import { type FairProblem, type FairRead, readFair } from "../read-fair.ts";
import { changed, type FairDraft } from "../state.ts";
import { type Context, perform, say, type Step, type ToldFair } from "../step.ts";
import { numbered } from "../words.ts";
import { lunarNote } from "../lunar-words.ts";
import { askWhetherOff, cancelTold } from "./cancel-fair.ts";
import { askFair, fairMark } from "./fair-card.ts";

/** Organizers and the office. Who may is in the state, never in a tap. */
export const tellsFairs = ({ state: { staff } }: Pick<Context, "state">): boolean =>
  staff?.role === "organizer" || staff?.role === "office";

/** Goes on with what was laid aside, unless another fair is named. */
export function beginFair(context: Context, words: string): Step {
  const read = readFair(words, context.facts.today);
  const { fair } = context.state;
  const isAnother = fair?.name !== undefined && read.said.name !== undefined;
  return take(context, isAnother ? {} : (fair ?? {}), read);
}

/** A message while the fair is being told; undefined where it says nothing of it. */
export function hearFair(context: Context, words: string): Step | undefined {
  const { asking, fair = {} } = context.state;
  if (asking?.for !== "fair") return undefined;
  const removed = withoutNamed(fair, words);
  if (removed) return askFair(context, removed);
  const read = readFair(words, context.facts.today);
  const said = read.problems.length > 0 ? read.said : answering(asking.about, words, read.said, fair);
  if (Object.keys(said).length === 0 && read.problems.length === 0) return undefined;
  return take(context, { ...fair, ...(asking.about === "more" ? { offered: true } : {}) }, { ...read, said });
}

function take(context: Context, before: FairDraft, { said, problems, byMoon = [] }: FairRead): Step {
  const added =
    before.description !== undefined && said.description !== undefined
      ? { ...said, description: `${before.description} ${said.description}` }
      : said;
  const draft = withSaid(before, added);
  const { facts } = context;
  const known = said.name === undefined || draft.id !== undefined ? draft : recalled(draft, facts.fairs, facts.today);
  const notes = [...problems.map((problem) => problemWords(context, problem)), ...lunarNote(context, byMoon)];
  return askFair(context, known, notes.length === 0 ? undefined : notes.join(" "));
}

function problemWords({ text }: Context, { code, said }: FairProblem): string {
  switch (code) {
    case "no-such-day":
      return text.noSuchDay(said);
    case "which-calendar":
      return text.whichCalendar(said);
    case "days-backwards":
      return text.fairBackwards(said);
    case "no-such-hour":
      return text.noSuchHour(said);
  }
}

const OPTIONAL: readonly (readonly [RegExp, readonly (keyof FairDraft)[]])[] = [
  [/^(?:ảnh|hình|anh|hinh|photo|picture)/iu, ["photo"]],
  [/^(?:giờ|gio|hours)/iu, ["opensAt", "closesAt"]],
  [/^(?:phần |phan )?(?:giới thiệu|mô tả|gioi thieu|mo ta)/iu, ["description"]],
  [/^(?:phần |phan )?(?:hàng|sản phẩm|mặt hàng|hang|san pham|mat hang)/iu, ["focus"]],
];

/** "bỏ ảnh", "không cần giờ mở cửa". */
function withoutNamed(draft: FairDraft, words: string): FairDraft | undefined {
  const what = /^\s*(?:bỏ|bo|xoá|xóa|xoa|không cần|khong can|drop|remove)\s+(.+)$/iu.exec(words)?.[1];
  const fields = what === undefined ? undefined : OPTIONAL.find(([pattern]) => pattern.test(what))?.[1];
  return fields && without(draft, fields);
}

/** The picture is fetched and kept before anything else, since the provider forgets it. Its caption is read like any words. */
export function receiveFairPhoto(context: Context, { ref, caption }: { ref: string; caption?: string }): Step {
  return perform(context.state, "keep-photo", { ref }, (outcome) => {
    const { asking, fair = {} } = context.state;
    if (isRefused(outcome)) {
      const lost = context.text.photoLost;
      return asking?.for === "fair" ? askFair(context, fair, lost) : say(context.state, { text: lost });
    }
    const read = caption === undefined ? { said: {}, problems: [] } : readFair(caption, context.facts.today);
    const offered = asking?.for === "fair" && asking.about === "more" ? { offered: true as const } : {};
    return take(context, { ...fair, ...offered }, { ...read, said: { ...read.said, photo: outcome.photo } });
  });
}

/** Nothing of it but what a card showed is ever announced. */
export function tellFair(context: Context): Step {
  const { asking, fair = {} } = context.state;
  const wish = wishOf(fair);
  if (!wish || asking?.for !== "fair" || asking.about !== "card" || !tellsFairs(context)) return askFair(context, fair);
  const done = changed(context.state, { fair: undefined, asking: undefined });
  return perform(context.state, "announce-fair", wish, (outcome) =>
    isRefused(outcome) ? refused(context, fair, outcome) : told({ ...context, state: done }, outcome),
  );
}

function told({ state, text, facts }: Context, { name, slug, outcome, walls }: ToldFair): Step {
  const link = { label: text.fairPage, url: `${facts.shop.publicUrl}${fairPath({ slug })}` };
  switch (outcome) {
    case "new":
      return say(state, {
        text: walls.length > 0 ? text.fairTold(name, walls.join(", ")) : text.fairToldQuietly(name),
        link,
      });
    case "changed":
      return say(state, { text: text.fairChanged(name), link });
    case "same":
      return say(state, { text: text.fairSame(name), link });
  }
}

/** What was refused is taken out and asked anew, with the reason. */
function refused(context: Context, draft: FairDraft, refusal: FairRefusal): Step {
  const { text } = context;
  switch (refusal.code) {
    case "fair-incomplete":
      return askFair(context, without(draft, refusal.missing));
    case "fair-text-too-long":
      return askFair(
        context,
        without(draft, [refusal.field]),
        text.fairTooLong(text.fairFields[refusal.field], refusal.most),
      );
    case "fair-dates-backwards":
      return askFair(context, without(draft, ["from", "to"]), text.fairBackwards(datesWords(refusal)));
    case "fair-over":
      return askFair(context, without(draft, ["from", "to"]), text.fairOver(formatDate(refusal.to)));
  }
}

export const dropFair = (context: Context): Step =>
  say(changed(context.state, { fair: undefined, asking: undefined }), { text: context.text.fairDropped });

/** What stands is asked for or shown once more. */
export const askFairAgain = (context: Context, before?: string): Step =>
  askFair(context, context.state.fair ?? {}, before);

export const skipMore = (context: Context): Step => askFair(context, { ...context.state.fair, offered: true });

export const howToEdit = (context: Context): Step => {
  const shown = askFairAgain(context);
  return { ...shown, replies: [{ text: context.text.fairEdit }] };
};

/** The fairs that were told and are to come, each to be opened and told anew. */
export function showTold(context: Context): Step {
  const { state, text, facts } = context;
  const fairs = toldFairs(facts.fairs, facts.today).slice(0, 5);
  if (fairs.length === 0) return say(state, { text: text.noFairsTold });
  return say(state, {
    text: `${text.fairsTold}\n${numbered(fairs.map((fair) => `${fair.name}, ${datesWords(fair)}`))}`,
    choices: fairs.map(({ name, id }) => ({ label: name, payload: `fair:again:${id}` })),
  });
}

function tellAgain(context: Context, id: FairId): Step | undefined {
  const fair = toldFairs(context.facts.fairs, context.facts.today).find((one) => one.id === id);
  return fair && howToEdit({ ...context, state: changed(context.state, { fair: draftOf(fair) }) });
}

/** What a tap may do here; undefined for whoever is not telling of a fair. */
export function tapFair(context: Context, act: string, what: string): Step | undefined {
  if (!tellsFairs(context)) return undefined;
  if (act === "again") return tellAgain(context, what as FairId);
  if (act === "off") return askWhetherOff(context, what);
  if (act === "off-yes") return cancelTold(context, what);
  const { fair } = context.state;
  if (fair === undefined) return undefined;
  switch (act) {
    case "tell":
      return what === fairMark(fair) ? tellFair(context) : askFairAgain(context);
    case "edit":
      return howToEdit(context);
    case "skip":
      return skipMore(context);
    case "drop":
      return dropFair(context);
    default:
      return askFairAgain(context);
  }
}
