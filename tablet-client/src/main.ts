import { startLanguage } from "client-kit/i18n/index.ts";
import { kept } from "client-kit/store/kept.ts";
import { aboveFloor } from "client-kit/theme/floor.ts";
import { startTheme } from "client-kit/theme/theme.ts";
import "client-kit/ui/button.css";
import "client-kit/ui/icon.css";
import "./styles/controls.css";
import "./styles/app.css";
import "./app/app.ts";
import { fetchAhead } from "./app/later.ts";

startTheme();
startLanguage();
if (aboveFloor()) {
  void kept.tidy(Date.now()).catch(() => undefined);
  document.body.append(document.createElement("nt-app"));
  fetchAhead();
}
