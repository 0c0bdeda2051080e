import { startLanguage } from "client-kit/i18n/index.ts";
import { aboveFloor } from "client-kit/theme/floor.ts";
import { startTheme } from "client-kit/theme/theme.ts";
import "./reception/reception-desk.ts";
import "./styles/reception.css";
import { receptionTexts } from "./texts/reception.ts";

startTheme();
startLanguage();
document.title = receptionTexts.title;
if (aboveFloor()) document.body.append(document.createElement("reception-desk"));
