import { describe, expect, it } from "vitest";
import { clientOf, ok, refusal, USER } from "../../testing/fake-answers.ts";

describe("the account and its people", () => {
  it("is read for a check at start", async () => {
    const oa = {
      oaid: "388613280878808645",
      name: "OCOP",
      is_verified: true,
      num_follower: 12,
      package_name: "Growth",
    };
    const { client } = await clientOf(ok({ ...oa, package_valid_through_date: "01/01/2027" }));
    expect(await client.getAccount()).toEqual({
      id: "388613280878808645",
      name: "OCOP",
      verified: true,
      followers: 12,
      packageName: "Growth",
      packageValidThrough: "01/01/2027",
    });
  });

  it("are asked for with one JSON parameter", async () => {
    const user = {
      user_id: USER,
      display_name: "Lan",
      user_is_follower: true,
      user_last_interaction_date: "23/11/2026",
      tags_and_notes_info: { tag_names: ["sỉ"] },
      shared_info: { phone: 84912345678, city: "" },
    };
    const list = { total: 1, users: [{ user_id: USER }, {}] };
    const { client, server } = await clientOf((seen) => ok(seen.path.endsWith("/detail") ? user : list));
    expect(await client.userDetail(USER)).toEqual({
      userId: USER,
      displayName: "Lan",
      isFollower: true,
      lastInteraction: "23/11/2026",
      tags: ["sỉ"],
      shared: { phone: "84912345678" },
    });
    const query = { offset: 0, count: 50, tag: "sỉ", lastInteraction: "L7D", isFollower: true };
    expect(await client.listUsers(query)).toEqual({ total: 1, userIds: [USER] });
    expect(server.seen.map((seen) => JSON.parse(seen.query["data"]!) as unknown)).toEqual([
      { user_id: USER },
      { offset: 0, count: 50, tag_name: "sỉ", last_interaction_period: "L7D", is_follower: "true" },
    ]);
    expect((await refusal(client.listUsers({ offset: 0, count: 51 }))).code).toBe("over-limit");
    expect((await refusal(client.listUsers({ offset: 9952, count: 50 }))).code).toBe("over-limit");
  });

  it("have quotas, and so has the account", async () => {
    const ofUser = {
      last_interaction: "1690184100000",
      cs_reply: { remain: 8, total: 8 },
      promotion: { daily_remain: 1 },
    };
    const asset = { asset_id: "p1", product_type: "cs", quota_type: "sub_quota", valid_through: "x", total: "500" };
    const { client, server } = await clientOf((seen) => ok(seen.body.includes("user_id") ? ofUser : [asset]));
    expect(await client.userQuota(USER)).toEqual({
      lastInteraction: 1690184100000,
      replies: { remain: 8, total: 8 },
      promotion: { dailyRemain: 1 },
    });
    expect(await client.accountQuota({ productType: "cs", quotaType: "sub_quota" })).toEqual([
      { assetId: "p1", productType: "cs", quotaType: "sub_quota", validThrough: "x", total: 500 },
    ]);
    expect(server.bodies()[1]).toEqual({ quota_owner: "OA", product_type: "cs", quota_type: "sub_quota" });
  });
});
