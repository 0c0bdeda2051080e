import { startLanguage } from "client-kit/i18n/index.ts";
import { startTheme } from "client-kit/theme/theme.ts";
import "client-kit/ui/button.css";
import "client-kit/ui/icon.css";
import "client-kit/ui/qr.css";
import "./styles/page.css";
import "./styles/picture.css";
import "./page.ts";

startTheme();
startLanguage(navigator.language.startsWith("en") ? "en" : "vi");
document.body.append(document.createElement("nx-trust"));
