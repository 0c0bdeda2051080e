/** What of a reader is reactive; what each means stands beside its declaration in `NsReader`. */
export const READER_PROPERTIES = {
  manifest: { attribute: false }, fileUrl: { attribute: false }, highlights: { attribute: false }, tools: { attribute: false },
  originalUrl: { attribute: false }, paper: {}, person: {}, item: {}, page: { type: Number }, fit: {}, zoom: { type: Number }, controls: {},
  darkPage: { type: Boolean, attribute: "dark-page", reflect: true }, contrastPage: { type: Boolean, attribute: "contrast-page", reflect: true },
  large: { type: Boolean, reflect: true }, textPx: { type: Number, attribute: "text-px" },
  presenting: { type: Boolean }, laser: { type: Boolean, reflect: true }, ring: { type: Number }, viewOnly: { type: Boolean, attribute: "view-only", reflect: true },
  panel: { state: true }, waiting: { state: true }, trouble: { state: true }, words: { state: true }, wandering: { state: true }, soft: { state: true },
} as const;
