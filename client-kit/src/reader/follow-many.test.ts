import { expect, it } from "vitest";
import { seeded } from "../net/seeded.ts";
import { Following, type PresenterState } from "./follow.ts";
import type { Rect } from "./manifest.ts";

// reading.md 7, F1: sixty tablets, ten thousand turns and zooms of the presenter, five of a hundred messages lost with their line, and
// lines that end by themselves. Whoever goes along stands at last where the presenter stands; whoever has wandered stays and finds back.

const TABLETS = 60;
const EVENTS = 10_000;
const LOSS = 0.05;

/** As much of a reader as following needs: what lies before it, and the rules that decide it. */
class FollowingTablet {
  readonly following = new Following();
  page = 0;
  rect: Rect = [0, 0, 1, 1];
  online = true;
  /** What is on its way, some of it late and doubled. */
  readonly coming: PresenterState[] = [];

  hear(state: PresenterState): void {
    if (!this.following.take(state) || this.following.wandering) return;
    this.go();
  }

  go(): void {
    const state = this.following.presenter;
    if (!state) return;
    this.page = state.page;
    this.rect = state.rect ?? [0, 0, 1, 1];
  }

  turn(page: number): void {
    this.following.wander();
    this.page = page;
  }

  rejoin(): void {
    this.following.rejoin();
    this.go();
  }
}

for (const seed of [1, 19, 2026]) {
  it(`sixty tablets stand with the presenter after ten thousand events on a bad network (seed ${seed})`, () => {
    const random = seeded(seed);
    const chance = (share: number): boolean => random() < share;
    const below = (n: number): number => Math.floor(random() * n);
    const tablets = Array.from({ length: TABLETS }, () => new FollowingTablet());
    let epoch = 0;
    let state: PresenterState = { paper: "p", page: 1, rect: [0, 0, 1, 1], n: 1, epoch: "0" };
    const comeBack = (tablet: FollowingTablet): void => {
      tablet.online = true;
      // what was on the old line is gone; the newest state comes with the greeting
      tablet.coming.length = 0;
      tablet.hear(state);
    };
    for (let event = 0; event < EVENTS; event++) {
      const restart = chance(0.001);
      if (restart) epoch++;
      const page = chance(0.3) ? 1 + below(600) : state.page;
      const zoomed: Rect = chance(0.5) ? [0, 0, 1, 1] : [random() * 0.5, random() * 0.5, 0.5, 0.3];
      state = { paper: "p", page, rect: zoomed, n: restart ? 1 : state.n + 1, epoch: String(epoch) };
      for (const tablet of tablets) {
        // A room that has started again has new lines: nothing of the old one comes any more.
        if (restart) comeBack(tablet);
        if (!tablet.online) { if (chance(0.2)) comeBack(tablet); continue; }
        if (chance(LOSS)) { tablet.online = false; tablet.coming.length = 0; continue; }
        tablet.coming.push(state);
        if (chance(0.02)) tablet.coming.push(state, tablet.coming[below(tablet.coming.length)]!);
        while (tablet.coming.length > 0 && chance(0.8)) tablet.hear(tablet.coming.splice(chance(0.1) ? below(tablet.coming.length) : 0, 1)[0]!);
        if (chance(0.002)) tablet.turn(1 + below(600));
        else if (tablet.following.wandering && chance(0.01)) tablet.rejoin();
      }
    }
    // after the last event everything on its way arrives, in any order, and cut lines are back
    for (const tablet of tablets) {
      while (tablet.coming.length > 0) tablet.hear(tablet.coming.splice(below(tablet.coming.length), 1)[0]!);
      if (!tablet.online) comeBack(tablet);
    }
    const along = tablets.filter(({ following }) => !following.wandering);
    const away = tablets.filter(({ following }) => following.wandering);
    expect(along.length).toBeGreaterThan(20);
    expect(away.length).toBeGreaterThan(0);
    for (const tablet of along) expect({ page: tablet.page, rect: tablet.rect }).toEqual({ page: state.page, rect: state.rect });
    for (const tablet of away) {
      const stays = tablet.page;
      tablet.hear({ ...state, n: state.n + 1, page: 601 });
      expect(tablet.page).toBe(stays);
      tablet.rejoin();
      expect(tablet.page).toBe(601);
    }
  });
}
