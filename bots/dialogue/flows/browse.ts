/** Looking around: by group, by area, by words; and one product up close. */
import { type Listing } from "../../../shared/domain/catalogue.ts";
import { type ProductId } from "../../../shared/domain/ids.ts";
import { type Choice } from "../../../shared/domain/message.ts";
import { GROUPS } from "../../../shared/domain/product.ts";
import { mayList } from "../../../shared/domain/rules/alcohol.ts";
import { starsWords } from "../../../shared/domain/rules/stars.ts";
import { fold, slugify } from "../../../shared/domain/text.ts";
import { changed } from "../state.ts";
import { type Context, say, type Step } from "../step.ts";
import { numbered, offerWords } from "../words.ts";

const PAGE = 8;

const listed = ({ facts }: Context): readonly Listing[] => facts.catalogue.listings.filter(mayList);

/** Groups that have something in them. */
export function menuChoices(context: Context): readonly Choice[] {
  const present = new Set(listed(context).map(({ group }) => group));
  return GROUPS.flatMap((group, place) =>
    present.has(group) ? [{ label: context.text.groups[group], payload: `group:${place}:0` }] : [],
  );
}

export function showMenu(context: Context, before?: string): Step {
  const { text, state } = context;
  const choices = [...menuChoices(context), { label: text.byCommune, payload: "areas" }];
  const rows = numbered(choices.map(({ label }) => label));
  return say(changed(state, { asking: undefined }), { text: `${before ?? text.menu}\n${rows}`, choices });
}

/** Where a product is made: its commune, else the district people still say. */
const areaOf = ({ commune, district }: Listing): string | undefined => commune ?? district;

export function showAreas(context: Context): Step {
  const areas = [...new Set(listed(context).flatMap((listing) => areaOf(listing) ?? []))].sort((a, b) =>
    a.localeCompare(b, "vi"),
  );
  const choices = areas.map((area) => ({ label: area, payload: `area:${slugify(area).slice(0, 40)}:0` }));
  return say(context.state, { text: `${context.text.whichDistrict}\n${numbered(areas)}`, choices });
}

export function showGroup(context: Context, place: number, page: number): Step {
  const group = GROUPS[place];
  const found = listed(context).filter((listing) => listing.group === group);
  return showPage(context, {
    title: group === undefined ? "" : context.text.groups[group],
    found,
    page,
    again: `group:${place}`,
  });
}

export function showArea(context: Context, area: string, page: number): Step {
  const found = listed(context).filter((listing) => slugify(areaOf(listing) ?? "").slice(0, 40) === area);
  const [first] = found;
  return showPage(context, { title: (first && areaOf(first)) ?? area, found, page, again: `area:${area}` });
}

type Shelf = { title: string; found: readonly Listing[]; page: number; again: string };

/** As many as the channel has buttons for, one of them for more. */
function showPage(context: Context, { title, found, page, again }: Shelf): Step {
  const { text, facts, state } = context;
  if (found.length === 0) return showMenu(context, text.nothingHere);
  const size = facts.buttons > 1 ? Math.min(PAGE, facts.buttons - 1) : PAGE;
  const shown = found.slice(page * size, (page + 1) * size);
  const rows = shown.map((listing, place) => `${place + 1}. ${productLine(context, listing)}`);
  const choices: Choice[] = shown.map(({ id, name }) => ({ label: name, payload: `show:${id}` }));
  if (found.length > (page + 1) * size) choices.push({ label: text.more, payload: `${again}:${page + 1}` });
  return say(changed(state, { asking: undefined }), {
    text: [text.listing(title), ...rows, text.listingEnd].join("\n"),
    choices,
  });
}

function productLine(context: Context, listing: Listing): string {
  const [offer] = listing.offers;
  return `${listing.name}${offer ? `: ${offerWords(context, listing, offer)}` : ""}`;
}

/** Several products that were asked about: their prices, line by line. */
export function showProducts(context: Context, ids: readonly ProductId[]): Step {
  const found = ids.flatMap((id) => context.facts.listings.get(id) ?? []).filter(mayList);
  const [only] = found;
  if (!only) return showMenu(context, context.text.searchEmpty);
  if (found.length === 1) return showProduct(context, only.id);
  const choices = found.slice(0, PAGE).map(({ id, name }) => ({ label: name, payload: `show:${id}` }));
  const rows = found.slice(0, PAGE).map((listing, place) => `${place + 1}. ${productLine(context, listing)}`);
  return say(changed(context.state, { asking: undefined }), {
    text: [...rows, context.text.listingEnd].join("\n"),
    choices,
  });
}

/** New products that a post told of together: as many as the channel has buttons for, one of them for everything there is. */
export function showNew(context: Context, ids: readonly ProductId[]): Step {
  const { text, facts, state } = context;
  const found = ids.flatMap((id) => facts.listings.get(id) ?? []).filter(mayList);
  if (found.length === 0) return showMenu(context);
  const shown = found.slice(0, facts.buttons > 1 ? Math.min(PAGE, facts.buttons - 1) : PAGE);
  const rows = shown.map((listing, place) => `${place + 1}. ${productLine(context, listing)}`);
  const choices = shown.map(({ id, name }): Choice => ({ label: name, payload: `show:${id}` }));
  return say(changed(state, { asking: undefined }), {
    text: [text.newGoods, ...rows, text.listingEnd].join("\n"),
    choices: [...choices, { label: text.browse, payload: "menu" }],
  });
}

/** A product card: picture, every offer, stars only where the law lets them show, who sells. */
export function showProduct(context: Context, id: ProductId): Step {
  const { text, facts } = context;
  const listing = facts.listings.get(id);
  if (!listing) return showMenu(context, text.searchEmpty);
  if (!mayList(listing)) return say(context.state, { text: text.notSoldInChat(listing.name) });
  const area = areaOf(listing);
  const stars = starsWords(listing, facts.today);
  const orderable = listing.offers.flatMap((offer, place) => (offer.price === undefined ? [] : [{ offer, place }]));
  const choices = [
    ...orderable
      // Days and people make the booking, whichever unit it is counted in.
      .slice(0, listing.kind === "goods" ? 3 : 1)
      .map(({ offer, place }) => ({ label: addWords(context, listing, offer.unit), payload: `add:${id}:${place}` })),
    { label: text.viewCart, payload: "cart" },
  ];
  return say(changed(context.state, { focus: id, asking: undefined }), {
    text: [
      listing.name,
      ...(stars === undefined ? [] : [stars]),
      ...listing.offers.map((offer) => offerWords(context, listing, offer)),
      text.soldBy(listing.seller.name),
      ...(area === undefined ? [] : [text.place(area)]),
      ...(listing.description === undefined ? [] : [listing.description]),
    ].join("\n"),
    ...(listing.photo?.startsWith("http") ? { photo: listing.photo } : {}),
    choices,
  });
}

function addWords({ text }: Context, { kind }: Listing, unit: string): string {
  if (kind === "goods") return text.add(unit);
  return kind === "stay" ? text.visits.bookStay : text.visits.bookTour;
}

/** Products whose name, alias, group or area holds every word of what was written. */
export function findByWords(context: Context, words: string): readonly ProductId[] {
  const wanted = fold(words)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1);
  if (wanted.length === 0) return [];
  return listed(context)
    .filter((listing) => {
      const about = fold([listing.name, ...listing.aliases, listing.group, areaOf(listing), listing.nameEn].join(" "));
      const said = new Set(about.split(/[^a-z0-9]+/));
      return wanted.every((word) => said.has(word));
    })
    .map(({ id }) => id);
}
