import { describe, expect, it } from "vitest";
import { answering, refusal } from "../testing/fake-answers.ts";
import type { Answer } from "../testing/local-server.ts";
import { challengeOf, exchangeCode, permissionLink, pkcePair, refreshTokens } from "./oauth.ts";

const APP_SECRET = "app-secret-value";
const pair = { access_token: "at-1", refresh_token: "rt-2", expires_in: "90000" };

async function settingsFor(answer: Answer, timeoutMs = 5_000) {
  const server = await answering(answer);
  return {
    server,
    settings: { appId: "360846524940903967", appSecret: APP_SECRET, oauthRoot: server.root, timeoutMs },
  };
}

describe("the permission link", () => {
  it("carries the app, the way back, the challenge and the state", () => {
    const request = { appId: "36084", redirectUri: "https://shop.vn/zalo?x=1", codeChallenge: "ch-_", state: "s t" };
    expect(permissionLink(request)).toBe(
      "https://oauth.zaloapp.com/v4/oa/permission?app_id=36084&redirect_uri=https%3A%2F%2Fshop.vn%2Fzalo%3Fx%3D1&code_challenge=ch-_&state=s+t",
    );
  });

  it("goes without what the console already holds", () => {
    expect(permissionLink({ appId: "1", redirectUri: "https://a.vn", oauthRoot: "http://localhost:1" })).toBe(
      "http://localhost:1/v4/oa/permission?app_id=1&redirect_uri=https%3A%2F%2Fa.vn",
    );
  });
});

describe("PKCE", () => {
  it("makes a challenge by the vector of RFC 7636", () => {
    expect(challengeOf("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")).toBe(
      "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    );
  });

  it("makes a verifier of 43 characters from 32 random bytes", () => {
    const { verifier, challenge } = pkcePair((size) => new Uint8Array(size).fill(255));
    expect(verifier).toBe("__________________________________________8");
    expect(challenge).toBe(challengeOf(verifier));
  });
});

describe("exchange and refresh", () => {
  it("keep the path of another root", async () => {
    const { server, settings } = await settingsFor({ json: pair });
    await refreshTokens({ ...settings, oauthRoot: `${server.root}/pretended` }, "rt-1");
    expect(server.seen.map(({ path }) => path)).toEqual(["/pretended/v4/oa/access_token"]);
  });

  it("exchanges a code as a form, the secret in a header", async () => {
    const { server, settings } = await settingsFor({ json: pair });
    expect(await exchangeCode(settings, { code: "the code", codeVerifier: "v" })).toEqual({
      accessToken: "at-1",
      refreshToken: "rt-2",
      expiresIn: 90_000,
    });
    const [seen] = server.seen;
    expect([seen!.method, seen!.path, seen!.body.toString()]).toEqual([
      "POST",
      "/v4/oa/access_token",
      "code=the+code&grant_type=authorization_code&code_verifier=v&app_id=360846524940903967",
    ]);
    expect(seen!.headers["secret_key"]).toBe(APP_SECRET);
    expect(seen!.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  });

  it("refreshes with the refresh token", async () => {
    const { server, settings } = await settingsFor({ json: pair });
    expect((await refreshTokens(settings, "rt-1")).refreshToken).toBe("rt-2");
    expect(server.seen[0]!.body.toString()).toBe(
      "refresh_token=rt-1&grant_type=refresh_token&app_id=360846524940903967",
    );
  });

  it("gives a dead refresh token as an alarm, with Zalo's name for it and no secret", async () => {
    const body = {
      error: -14014,
      error_name: "Invalid refresh token",
      error_description: `The token rt-secret of app-secret-value is invalid`,
    };
    const { settings } = await settingsFor({ json: body });
    const error = await refusal(refreshTokens(settings, "rt-secret"));
    expect(error).toMatchObject({ code: -14014, class: "alarm", errorName: "Invalid refresh token" });
    expect(error.reply).toBe("The token [secret] of [secret] is invalid");
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/rt-secret|app-secret-value/);
  });

  it.each<[string, Answer]>([
    ["silence", { lost: "silence" }],
    ["a lost connection", { lost: "hang up" }],
    ["a server error", { text: "<html>oops</html>", status: 500 }],
    ["a server error in JSON", { json: { error: -118 }, status: 500 }],
    ["half an answer", { text: '{"access_token":"at-leak","refresh_tok' }],
    ["one token of two", { json: { access_token: "at-leak", expires_in: "90000" } }],
    ["no lifetime", { json: { ...pair, access_token: "at-leak", expires_in: "soon" } }],
  ])("does not know after %s whether the token is spent, and quotes nothing", async (_name, answer) => {
    const { settings } = await settingsFor(answer, 200);
    const error = await refusal(refreshTokens(settings, "rt-1"));
    expect(error.class).toBe("unknown-outcome");
    expect(String(error)).not.toMatch(/at-leak|rt-1/);
  });

  it("knows that nothing was spent when no connection was made", async () => {
    const { server, settings } = await settingsFor({ json: pair });
    await server.close();
    const error = await refusal(refreshTokens(settings, "rt-1"));
    expect([error.class, error.code]).toEqual(["back-off", "connection"]);
  });

  it("asks nothing without an app secret", async () => {
    const { server, settings } = await settingsFor({ json: pair });
    const error = await refusal(refreshTokens({ ...settings, appSecret: "" }, "rt-1"));
    expect([error.code, server.seen.length]).toEqual(["no-grant", 0]);
  });
});
