import { html, type TemplateResult } from "lit";
import type { Desk } from "../meeting/desk.ts";

export function leadSheet(_desk: Desk): TemplateResult { return html``; }
