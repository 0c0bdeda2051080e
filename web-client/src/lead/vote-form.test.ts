import { expect, it } from "vitest";
import type { Form } from "client-kit/proto/protocol.ts";
import { t } from "client-kit/ui/secret-vote.ts";
import { flaws } from "client-kit/i18n/index.ts";
import { draftOf, formOf, secretFault } from "./vote-form.ts";

const labels = (form: ReturnType<typeof formOf>): string[] => ("options" in form ? form.options.map(({ label }) => label) : []);

it("an answer set is taken as it is", () => {
  expect(formOf({ kind: "OPINION", lines: "x", many: 9 }, undefined)).toEqual({ kind: "answers", set: "OPINION" });
});

it("names come one a line, without blanks, empty lines or doubles, and keep their ids when the vote is edited", () => {
  const made = formOf({ kind: "election", lines: " Nguyễn Văn A \n\nTrần Thị B\nNguyễn Văn A", many: 1 }, undefined) as Extract<Form, { kind: "election" }>;
  expect(labels(made)).toEqual(["Nguyễn Văn A", "Trần Thị B"]);
  const again = formOf({ ...draftOf(made), lines: "Trần Thị B\nLê Văn C" }, made) as Extract<Form, { kind: "election" }>;
  expect(again.options[0]!.id).toBe(made.options[1]!.id);
  expect(draftOf(again)).toEqual({ kind: "election", lines: "Trần Thị B\nLê Văn C", many: 1 });
});

it("says what is wrong instead of sending it", () => {
  expect(formOf({ kind: "choose", lines: "Một", many: 1 }, undefined)).toHaveProperty("fault");
  expect(formOf({ kind: "choose", lines: "Một\nHai", many: 3 }, undefined)).toHaveProperty("fault");
  expect(formOf({ kind: "choose", lines: "Một\nHai", many: 2 }, undefined)).toMatchObject({ kind: "choose", most: 2 });
  expect(formOf({ kind: "election", lines: "A", many: 0 }, undefined)).toHaveProperty("fault");
  expect(formOf({ kind: "election", lines: "A", many: 1.5 }, undefined)).toHaveProperty("fault");
  expect(formOf({ kind: "eachCandidate", lines: "A", many: 0 }, undefined)).toMatchObject({ kind: "eachCandidate" });
});

it("says at once what a secret ballot can't be asked with", () => {
  const draft = { lines: "A\nB", many: 1 } as const;
  expect(secretFault({ kind: "OPINION", ...draft }, "ALL_MEMBERS")).not.toBe("");
  expect(secretFault({ kind: "election", ...draft }, "CAST_WITHOUT_ABSTENTIONS")).not.toBe("");
  expect(secretFault({ kind: "election", ...draft }, "CAST")).toBe("");
  expect(secretFault({ kind: "LEGAL", ...draft }, "CAST_WITHOUT_ABSTENTIONS")).toBe("");
  expect(flaws(t)).toEqual([]);
});
