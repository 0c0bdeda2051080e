export { catalogue, flaws, type Catalogue } from "./catalogue.ts";
export { chooseLanguage, inLanguage, language, LanguageController, LANGUAGES, onLanguage, startLanguage, type Language } from "./language.ts";
export { keyed, term, terms, type Terms } from "./terms.ts";
export * as format from "./format.ts";
