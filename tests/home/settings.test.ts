/** Settings: defaults, cures, and that nothing half-connected passes for a sample shop. */
import { describe, expect, it } from "vitest";
import { type SettingsError, channelSettings, parseSettings } from "../../shared/settings.ts";

const setting = (name: string, { secret = false, required = false } = {}) => ({
  name,
  secret,
  required,
  cure: `Set ${name} right.`,
});

const zalo = {
  title: "Zalo",
  settings: [
    setting("ZALO_APP_ID", { required: true }),
    setting("ZALO_APP_SECRET", { required: true, secret: true }),
    setting("ZALO_API_ROOT"),
  ],
};
const page = { title: "Web", settings: [setting("PAGE_COLOUR")] };

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    parseSettings(env, [zalo, page]);
    return [];
  } catch (error) {
    return (error as SettingsError).problems;
  }
};

describe("settings of the home", () => {
  it("need nothing", () => {
    expect(parseSettings({}, [zalo, page])).toEqual({
      port: 3000,
      dataDir: ".data/sample",
      publicUrl: "http://localhost:3000",
      shopName: "OCOP Cao Bằng",
      logLevel: "info",
      sample: true,
      polling: true,
    });
  });

  it("are taken as they are given, an empty one as unset", () => {
    const env = {
      PORT: "8080",
      DATA_DIR: "/srv/shop",
      PUBLIC_URL: " https://ocop.example.vn/ ",
      SHOP_NAME: "OCOP Hà Giang",
      LOG_LEVEL: "WARN",
    };
    expect(parseSettings(env, [])).toEqual({
      port: 8080,
      dataDir: "/srv/shop",
      publicUrl: "https://ocop.example.vn",
      shopName: "OCOP Hà Giang",
      logLevel: "warn",
      sample: false,
      polling: false,
    });
    expect(parseSettings({ PORT: "8081", PUBLIC_URL: "" }, []).publicUrl).toBe("http://localhost:8081");
  });

  it.each([
    ["PORT", "70000"],
    ["PORT", "-1"],
    ["PORT", "http"],
    ["PUBLIC_URL", "ocop.example.vn"],
    ["PUBLIC_URL", "ftp://ocop.example.vn"],
    ["PUBLIC_URL", "https://ocop.example.vn/shop"],
    ["PUBLIC_URL", "https://user:pw@ocop.example.vn"],
    ["LOG_LEVEL", "loud"],
    ["DATA_DIR", "undefined"],
    ["ZALO_API_ROOT", "openapi"],
  ])("refuse %s=%s with a cure", (name, value) => {
    const problems = problemsOf({ ZALO_APP_ID: "1", ZALO_APP_SECRET: "s", [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} .*[Ss]et`));
    expect(problems[0]).not.toContain(value === "http" ? " http " : ` ${value}`);
  });

  it("tell every problem at once", () => {
    expect(problemsOf({ PORT: "x", LOG_LEVEL: "y", ZALO_APP_ID: "1" })).toHaveLength(3);
  });

  it("are no sample's once a secret is set or the address is public", () => {
    const sample = (env: Record<string, string>) => parseSettings(env, [zalo, page]).sample;
    expect(sample({ PAGE_COLOUR: "red" })).toBe(true);
    expect(sample({ PUBLIC_URL: "http://192.168.1.5:3000" })).toBe(true);
    expect(sample({ PUBLIC_URL: "https://ocop.example.vn" })).toBe(false);
    expect(sample({ ZALO_APP_ID: "1", ZALO_APP_SECRET: "s" })).toBe(false);
  });

  it("keep a real shop's data apart from a sample's, unless a folder is set", () => {
    const dataDir = (env: Record<string, string>) => parseSettings(env, [zalo, page]).dataDir;
    const real = { ZALO_APP_ID: "1", ZALO_APP_SECRET: "s" };
    expect([dataDir({}), dataDir(real)]).toEqual([".data/sample", ".data/shop"]);
    expect([dataDir({ DATA_DIR: "d" }), dataDir({ ...real, DATA_DIR: "d" })]).toEqual(["d", "d"]);
  });
});

describe("settings of a channel", () => {
  it("are absent when none is set", () => {
    expect(channelSettings(zalo, {})).toEqual({ settings: undefined, problems: [] });
  });

  it("are there without any when it requires none", () => {
    expect(channelSettings(page, {})).toEqual({ settings: {}, problems: [] });
  });

  it("hold what is set", () => {
    const env = { ZALO_APP_ID: "1", ZALO_APP_SECRET: " s ", OTHER: "x" };
    expect(channelSettings(zalo, env)).toEqual({ settings: { ZALO_APP_ID: "1", ZALO_APP_SECRET: "s" }, problems: [] });
  });

  it("are absent, with a cure, when a required one is missing", () => {
    expect(channelSettings(zalo, { ZALO_APP_ID: "1" })).toEqual({
      settings: undefined,
      problems: ["ZALO_APP_SECRET is not set, though other settings of Zalo are. Set ZALO_APP_SECRET right."],
    });
  });

  it.each(["undefined", "null", "<secret>", "your-secret-here", "changeme", "XXXX", "a\nb"])(
    "are absent, with a cure, when a value is %j",
    (value) => {
      const { settings, problems } = channelSettings(zalo, { ZALO_APP_ID: "1", ZALO_APP_SECRET: value });
      expect(settings).toBeUndefined();
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(/^ZALO_APP_SECRET holds .* Set ZALO_APP_SECRET right\.$/);
    },
  );
});
