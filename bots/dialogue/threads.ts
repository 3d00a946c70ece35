/** What two threads of one person tell each other when they are joined: who it is, what was bought, what is open. */
import { type Owner } from "../../shared/domain/conversation.ts";
import { type Asking, changed, type Contact, type State } from "./state.ts";

/** What is being ordered, with the question about it. */
type Open = Pick<State, "cart" | "pending" | "asking" | "focus" | "replaces">;

/** A change of one thread that came from another; kept with the turn, so that the log can be replayed. */
export type Gift = {
  contact?: Contact;
  last?: NonNullable<State["last"]>;
  /** The order that goes on here. */
  open?: Open;
  /** It has gone on there: nothing is ordered twice. */
  gone?: true;
  asking?: Asking;
};

export type Exchange = { mine: Gift; theirs: Gift };

export const withGift = (state: State, { contact, last, open, gone, asking }: Gift): State =>
  changed(state, {
    ...(contact ? { contact } : {}),
    ...(last ? { last } : {}),
    ...(gone ? NOTHING_OPEN : {}),
    ...(open ? { ...NOTHING_OPEN, ...open } : {}),
    ...(asking ? { asking } : {}),
  });

const NOTHING_OPEN = { cart: [], pending: undefined, asking: undefined, replaces: undefined, choices: undefined };

/** An order goes on in the thread that the person writes in, where that one has none and is no stall; a person of ours keeps theirs. */
export function exchange(mine: State, theirs: State, owner: Owner): Exchange {
  const moves = owner === "bot" && !isBuying(mine) && !mine.selling && isBuying(theirs);
  const last = mine.last ?? theirs.last;
  return {
    mine: { ...known(mine, theirs), ...(last ? { last } : {}), ...(moves ? { open: openOf(theirs) } : {}) },
    theirs: {
      ...known(theirs, mine),
      ...(theirs.last === undefined && mine.last ? { last: mine.last } : {}),
      ...(moves ? { gone: true } : {}),
    },
  };
}

const ABOUT_GOODS: readonly Asking["for"][] = ["product", "quantity", "conversion"];

const isBuying = ({ cart, pending = [], asking }: State): boolean =>
  cart.length > 0 || pending.length > 0 || (asking !== undefined && ABOUT_GOODS.includes(asking.for));

/** What was bought last on another contact, and for whom. */
export const remembered = (mine: State, theirs: State): Gift => ({
  ...known(mine, theirs),
  ...(theirs.last ? { last: theirs.last } : {}),
});

/** A confirmation is shown anew where the order goes on: it was the other thread that saw it. */
function openOf({ cart, pending, asking, focus, replaces }: State): Open {
  return {
    cart,
    ...(pending ? { pending } : {}),
    ...(asking && ABOUT_GOODS.includes(asking.for) ? { asking } : {}),
    ...(focus === undefined ? {} : { focus }),
    ...(replaces === undefined ? {} : { replaces }),
  };
}

/** What one said of themselves fills what the other has not; two recipients are never mixed. */
function known({ contact: mine }: State, { contact: theirs }: State): Pick<Gift, "contact"> {
  const others =
    theirs.forOther === true || (mine.phone !== undefined && theirs.phone !== undefined && mine.phone !== theirs.phone);
  return others || Object.keys(theirs).length === 0 ? {} : { contact: { ...theirs, ...mine } };
}
