/** The account itself, the people it knows, and what may still be sent to them. */
import type { Call } from "../call.ts";
import { idOf, listOf, numberOf, present, recordOf, textOf } from "../json.ts";
import { LIMITS, within } from "../limits.ts";

export type Account = {
  readonly id?: string;
  readonly name?: string;
  readonly verified?: boolean;
  readonly followers?: number;
  readonly packageName?: string;
  readonly packageValidThrough?: string;
};

/** Personal data. */
export type UserDetail = {
  readonly userId: string;
  readonly displayName?: string;
  readonly isFollower?: boolean;
  /** DD/MM/YYYY. */
  readonly lastInteraction?: string;
  readonly avatar?: string;
  readonly tags: readonly string[];
  /** What the person gave the account once. */
  readonly shared: {
    readonly name?: string;
    readonly phone?: string;
    readonly address?: string;
    readonly city?: string;
    readonly district?: string;
  };
};

export type UserQuery = {
  readonly offset: number;
  readonly count: number;
  readonly tag?: string;
  /** E.g. `L7D`: the last 7 days. */
  readonly lastInteraction?: string;
  readonly isFollower?: boolean;
};

export type UserPage = { readonly total: number; readonly userIds: readonly string[] };

export type UserQuota = {
  /** Milliseconds since 1970. */
  readonly lastInteraction?: number;
  /** Free answers left in this window. */
  readonly replies?: { readonly remain: number; readonly total?: number };
  readonly promotion?: { readonly dailyRemain?: number; readonly monthlyRemain?: number };
};

export type QuotaAsset = {
  readonly assetId?: string;
  readonly productType?: string;
  readonly quotaType?: string;
  readonly validThrough?: string;
  readonly total?: number;
  readonly remain?: number;
};

const QUOTA = "/v3.0/oa/quota/message";
const LIST = "/v3.0/oa/user/getlist";

export function peopleCalls(call: Call) {
  return {
    /** Good for a check at start: is the token alive, is the account the right one. */
    getAccount: async (): Promise<Account> => accountOf(await call({ method: "GET", path: "/v2.0/oa/getoa" })),
    userDetail: async (userId: string): Promise<UserDetail> =>
      detailOf(userId, await call({ method: "GET", path: "/v3.0/oa/user/detail", data: { user_id: userId } })),
    /** At most 50 a page; what lies beyond offset 9,951 can't be listed. */
    async listUsers({ offset, count, tag, lastInteraction, isFollower }: UserQuery): Promise<UserPage> {
      within(count, { call: `GET ${LIST}`, what: "the page size", least: 1, most: LIMITS.usersPerPage });
      within(offset, { call: `GET ${LIST}`, what: "the offset", most: LIMITS.usersOffset });
      const follower = isFollower === undefined ? undefined : String(isFollower);
      const filters = present({ tag_name: tag, last_interaction_period: lastInteraction, is_follower: follower });
      const data = recordOf(await call({ method: "GET", path: LIST, data: { offset, count, ...filters } }));
      const userIds = listOf(data["users"]).map((user) => idOf(recordOf(user)["user_id"]));
      return { total: numberOf(data["total"]) ?? 0, userIds: userIds.filter((id) => id !== undefined) };
    },
    userQuota: async (userId: string): Promise<UserQuota> =>
      userQuotaOf(await call({ method: "POST", path: QUOTA, json: { user_id: userId }, repeatable: true })),
    /** What is left of the account's packages, e.g. `{ productType: "cs", quotaType: "sub_quota" }`. */
    async accountQuota(of: {
      readonly productType: string;
      readonly quotaType: string;
    }): Promise<readonly QuotaAsset[]> {
      const json = { quota_owner: "OA", product_type: of.productType, quota_type: of.quotaType };
      return listOf(await call({ method: "POST", path: QUOTA, json, repeatable: true })).map(assetOf);
    },
  };
}

function accountOf(data: unknown): Account {
  const account = recordOf(data);
  return present({
    id: idOf(account["oaid"]) ?? idOf(account["oa_id"]),
    name: textOf(account["name"]),
    verified: truthOf(account["is_verified"]),
    followers: numberOf(account["num_follower"]),
    packageName: textOf(account["package_name"]),
    packageValidThrough: textOf(account["package_valid_through_date"]),
  });
}

function detailOf(userId: string, data: unknown): UserDetail {
  const user = recordOf(data);
  const shared = recordOf(user["shared_info"]);
  const tags = listOf(recordOf(user["tags_and_notes_info"])["tag_names"]).map(textOf);
  const details = {
    displayName: textOf(user["display_name"]),
    isFollower: truthOf(user["user_is_follower"]),
    lastInteraction: textOf(user["user_last_interaction_date"]),
    avatar: textOf(user["avatar"]),
  };
  return {
    userId: idOf(user["user_id"]) ?? userId,
    ...present(details),
    tags: tags.filter((tag) => tag !== undefined),
    shared: present({
      name: textOf(shared["name"]),
      phone: idOf(shared["phone"]),
      address: textOf(shared["address"]),
      city: textOf(shared["city"]),
      district: textOf(shared["district"]),
    }),
  };
}

function userQuotaOf(data: unknown): UserQuota {
  const quota = recordOf(data);
  const replies = recordOf(quota["cs_reply"]);
  const remain = numberOf(replies["remain"]);
  const promotion = present({
    dailyRemain: numberOf(recordOf(quota["promotion"])["daily_remain"]),
    monthlyRemain: numberOf(recordOf(quota["promotion"])["monthly_remain"]),
  });
  return present({
    lastInteraction: numberOf(quota["last_interaction"]),
    replies: remain === undefined ? undefined : { remain, ...present({ total: numberOf(replies["total"]) }) },
    promotion: Object.keys(promotion).length === 0 ? undefined : promotion,
  });
}

function assetOf(data: unknown): QuotaAsset {
  const asset = recordOf(data);
  return present({
    assetId: idOf(asset["asset_id"]),
    productType: textOf(asset["product_type"]),
    quotaType: textOf(asset["quota_type"]),
    validThrough: textOf(asset["valid_through"]),
    total: numberOf(asset["total"]),
    remain: numberOf(asset["remain"]),
  });
}

function truthOf(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : value === "true" ? true : value === "false" ? false : undefined;
}
