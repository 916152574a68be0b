// Writes the npm packages: the launcher `consentlint`, and one for each platform whose binary is given.
//
//   node packages/npm/build.mjs OUT [PLATFORM=]BINARY...
//
// PLATFORM is a name out of packages/platforms.json; without it, the binary is for this machine.

import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.join(HERE, "../..");
const PLATFORMS = JSON.parse(fs.readFileSync(path.join(ROOT, "packages/platforms.json"), "utf8"));
const LICENSES = ["LICENSE-APACHE", "LICENSE-MIT"];

const manifest = fs.readFileSync(path.join(ROOT, "Cargo.toml"), "utf8");
const field = (name) => manifest.match(new RegExp(`^${name} = "(.*)"$`, "m"))[1];
const version = field("version");

const shared = {
  version,
  description: field("description"),
  license: field("license"),
  homepage: field("repository"),
  repository: { type: "git", url: `git+${field("repository")}.git` },
  bugs: `${field("repository")}/issues`,
};

function write(folder, contents, manifest) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const license of LICENSES) {
    fs.copyFileSync(path.join(ROOT, license), path.join(folder, license));
  }
  for (const [name, content] of Object.entries(contents)) {
    fs.writeFileSync(path.join(folder, name), content);
  }
}

function launcher() {
  const read = (name) => fs.readFileSync(path.join(HERE, "consentlint", name));
  const contents = { "launch.js": read("launch.js"), "README.md": read("README.md") };
  const names = PLATFORMS.map((platform) => `@consentlint/${platform.name}`);
  return [contents, {
    name: "consentlint",
    ...shared,
    keywords: ["alipay", "mini-program", "axml", "lint", "linter", "consent", "privacy"],
    bin: { consentlint: "launch.js" },
    files: ["launch.js", ...LICENSES],
    engines: { node: ">=14" },
    optionalDependencies: Object.fromEntries(names.map((name) => [name, version])),
    publishConfig: { access: "public" },
  }];
}

function platformPackage(platform, binary) {
  const file = platform.os === "win32" ? "consentlint.exe" : "consentlint";
  const name = `@consentlint/${platform.name}`;
  const readme = `# ${name}\n\nThe binary of [consentlint](https://www.npmjs.com/package/consentlint) for \`${platform.target}\`.\n`;
  return [{ [file]: fs.readFileSync(binary), "README.md": readme }, {
    name,
    ...shared,
    description: `The binary of consentlint for ${platform.target}`,
    files: [file, ...LICENSES],
    os: [platform.os],
    cpu: [platform.cpu],
    ...(platform.libc && { libc: [platform.libc] }),
    // Yarn keeps packages in archives, out of which nothing can be run.
    preferUnplugged: true,
    publishConfig: { access: "public" },
  }];
}

function platformOf(name) {
  const isHere = ({ os, cpu, libc }) =>
    os === process.platform && cpu === process.arch && libc !== "musl";
  const platform = PLATFORMS.find((it) => (name ? it.name === name : isHere(it)));
  if (!platform) {
    throw new Error(`packages/platforms.json has no ${name ?? "platform like this machine"}`);
  }
  return platform;
}

const [out, ...binaries] = process.argv.slice(2);
if (!out || binaries.length === 0) {
  console.error("usage: node packages/npm/build.mjs OUT [PLATFORM=]BINARY...");
  process.exit(2);
}
write(path.join(out, "consentlint"), ...launcher());
for (const argument of binaries) {
  const [, name, binary] = argument.match(/^(?:([a-z0-9-]+)=)?(.+)$/);
  const platform = platformOf(name);
  const folder = path.join(out, platform.name);
  write(folder, ...platformPackage(platform, binary));
  fs.chmodSync(path.join(folder, platform.os === "win32" ? "consentlint.exe" : "consentlint"), 0o755);
}
