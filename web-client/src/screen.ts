import { startLanguage } from "client-kit/i18n/index.ts";
import { aboveFloor } from "client-kit/theme/floor.ts";
import { chooseTheme, startTheme } from "client-kit/theme/theme.ts";
import "client-kit/reader/index.ts";
import "./screen/screen-room.ts";
import "./styles/screen.css";
import { screenTexts } from "./texts/screen.ts";

startTheme();
// Halls are dim; a screen doesn't follow its computer's taste, and a console on the same computer keeps its own.
chooseTheme("dark", false);
startLanguage();
document.title = screenTexts.title;
if (aboveFloor()) document.body.append(document.createElement("screen-room"));
