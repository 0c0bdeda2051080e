import { startLanguage } from "client-kit/i18n/index.ts";
import { aboveFloor } from "client-kit/theme/floor.ts";
import { startTheme } from "client-kit/theme/theme.ts";
import "client-kit/ui/index.ts";
import "client-kit/reader/index.ts";
import "./app/console-app.ts";
import "./styles/console.css";

startTheme();
startLanguage();
if (aboveFloor()) document.body.append(document.createElement("console-app"), document.createElement("ns-notices"));
