/** What may be advertised of a fair: its days, hours and place, what it is about, and who holds it. */
import { datesWords, type Fair, fairPath, hoursWords, isUpcoming, placeWords } from "../domain/fair.ts";
import { type FairId } from "../domain/ids.ts";
import { AD_MARK, advertisingBan, forbiddenClaims } from "../domain/rules/advertising.ts";
import { mayPromote } from "../domain/rules/alcohol.ts";
import { vietnamDate } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { findFair } from "../stores/fairs.ts";
import { type Advert, type NoAdvert, wallPhoto } from "./promotion-copy.ts";
import { promotionText as text } from "./promotion-text.ts";

export async function fairAdvert(app: App, id: FairId): Promise<Advert | NoAdvert> {
  const fair = await findFair(app.table, id);
  if (!fair || !isUpcoming(fair, vietnamDate(app.clock.now()))) return { why: "not-public" };
  const ban = advertisingBan({ name: fair.name, aliases: [] });
  if (ban !== undefined) return { why: "banned", ban };
  const { description = "" } = fair;
  return {
    name: fair.name,
    advertiser: app.shop.name,
    lines: [text.fairHeadline(AD_MARK, app.shop.name, fair.name), ...factLines(fair)],
    // A story that names alcohol is not cut to pieces: it is left out.
    ...(namesAlcohol(description) ? {} : { story: description }),
    photo: wallPhoto(app.blobs, fair.photo),
    page: { label: text.fairPage, path: fairPath(fair) },
  };
}

function factLines(fair: Fair): readonly string[] {
  const { venue, focus, organizer, expected } = fair;
  const hours = hoursWords(fair);
  const place = placeWords(venue);
  const dates = datesWords(fair);
  return [
    expected === true ? text.expectedDates(dates) : text.dates(dates),
    ...(hours === undefined ? [] : [text.hours(hours)]),
    venue.formerly === undefined ? text.place(place) : text.formerly(place, venue.formerly),
    ...(focus === undefined || isUnlawful(focus) ? [] : [text.focus(focus)]),
    ...(organizer === undefined ? [] : [text.organizer(organizer)]),
  ];
}

const namesAlcohol = (words: string): boolean => !mayPromote({ name: words, aliases: [] });

const isUnlawful = (words: string): boolean => namesAlcohol(words) || forbiddenClaims(words).length > 0;
