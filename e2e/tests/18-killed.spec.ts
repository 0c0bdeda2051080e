import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Line } from "../world/line.ts";
import { trusteesAt } from "../world/sealed.ts";
import { jar, Server } from "../world/server.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";
import { World } from "../world/world.ts";

const run = promisify(execFile);
const VERIFIER = join(import.meta.dirname, "../../scripts/verify-secret.py");

test("a server killed while keys are made, while ballots come and during the count loses no part of a secret vote and counts nothing twice", async ({ lend }) => {
  const server = await Server.start();
  try {
    const world = await World.on(server);
    const { chair, lan, minh, secretary } = world.people;
    const { meeting, vote, first, second, third, trustees: all } = await trusteesAt(world, lend);
    const line = await Line.of(first.page);
    const comesBack = async (): Promise<void> => {
      await server.restart();
      for (const one of all) await one.stands("saved");
    };

    // the keys: the server goes when the three have dealt and one has confirmed
    for (const one of all) await expect(one.place("key-confirm")).toBeVisible();
    const keyCode = await first.code("key-code");
    await first.place("key-confirm").click();
    await expect(first.place("key-confirm")).toHaveCount(0);
    await server.kill9();
    for (const one of all) await expect(one.status).not.toHaveAttribute("data-state", "saved");
    await comesBack();
    await expect(first.place("key-confirm")).toHaveCount(0);
    for (const one of [second, third]) {
      expect(await one.code("key-code")).toBe(keyCode);
      await one.place("key-confirm").click();
    }
    await expect(first.place("trustee")).toContainText("Khóa đã tạo và thử xong");
    await secretary.hand.command(meeting.id, { type: "openVote", vote, seconds: 0, withoutQuorum: false });

    // the ballots: one is on the disk and nobody has told its tablet, two are sent while the server is away
    for (const one of all) await one.stage("choosing");
    const codes = [await first.seal("for"), await second.seal("for"), await third.seal("against")];
    line.deaf = true;
    await first.place("vote-confirm").click();
    await first.stage("sending");
    await expect(second.place("vote-received")).toContainText("1/3");
    await server.kill9();
    for (const one of [second, third]) {
      await expect(one.status).not.toHaveAttribute("data-state", "saved");
      await one.place("vote-confirm").click();
      await one.stage("sending");
    }
    await shot(second.page, "18-killed-sending");
    line.deaf = false;
    await comesBack();
    for (const [at, one] of all.entries()) {
      await one.stage("recorded");
      await expect(one.receiptCode).toHaveText(codes[at]!);
      await expect(one.place("vote-received")).toContainText("3/3");
    }

    // the count: the server goes before it, and again between the two parts
    await secretary.hand.command(meeting.id, { type: "closeVote", vote });
    for (const one of all) await expect(one.place("decrypt")).toBeVisible();
    const ballotsCode = await first.code("ballots-code");
    await server.kill9();
    await comesBack();
    await expect(first.place("ballots-code")).toHaveText(ballotsCode);
    await first.place("decrypt").click();
    await expect(first.place("trustee")).toHaveAttribute("data-stage", "decrypted");
    await server.kill9();
    await comesBack();
    await second.place("decrypt").click();
    for (const [at, one] of all.entries()) {
      await expect(one.sentence).toHaveText("Thông qua: 2 tán thành trên 3 thành viên; cần quá nửa (ít nhất 2)");
      await expect(one.page.getByTestId("my-ballot")).toHaveAttribute("data-listed", "true");
      expect(await one.publishedCodes()).toContain(codes[at]);
    }

    // what is left is one whole chain with each ballot once, and anybody can count it again
    const { facts } = await secretary.hand.get<{ facts: { type: string; actor: string }[] }>(`/api/meetings/${meeting.id}/minutes`);
    for (const { name } of [lan, minh, chair]) expect(facts.filter((fact) => /secret_?ballot_?cast/i.test(fact.type) && fact.actor === name), name).toHaveLength(1);
    const file = join(server.folder, "poll.json");
    await writeFile(file, await minh.hand.bytes(`/api/meetings/${meeting.id}/votes/${vote}/poll.json`));
    expect((await run("python3", [VERIFIER, file, "--key-code", keyCode, "--ballots-code", ballotsCode])).stdout).toContain(keyCode);
    await server.end();
    expect((await run("java", ["-jar", jar(), "verify", "--data", join(server.folder, "data")])).stdout).not.toBe("");
  } finally {
    await server.stop();
  }
});
