/** What a sentence of a conclusion says about a task: the words that remain are what is to be done. */
export interface Sentence {
  readonly title: string;
  readonly leadUnit: string;
  readonly coordinating: readonly string[];
  /** yyyy-mm-dd, or empty */
  readonly due: string;
}

const DAY = /[,;]?\s*(?:(?:và\s+)?(?:hoàn thành|xong)\s+)?(?:trong thời hạn|thời hạn(?: hoàn thành)?:?|trước|chậm nhất(?: là)?|muộn nhất(?: là)?|đến hết)\s+(?:ngày\s+)?(\d{1,2})(?:[/.-]|\s+tháng\s+)(\d{1,2})(?:[/.-]|\s+năm\s+)(\d{4})[.;\s]*$/iu;
/** Behind units that are known come others, which nobody could tell from what is to be done. */
const MORE = /^(?:,|;|và\s|cùng\s|các\s)/iu;

/** The longest known unit at the begin of a text. */
function unitAt(text: string, units: readonly string[]): string | undefined {
  const lower = text.toLocaleLowerCase("vi");
  return units.filter((unit) => lower.startsWith(unit.toLocaleLowerCase("vi")) && !/^[\p{L}\p{N}]/u.test(text.slice(unit.length))).sort((a, b) => b.length - a.length)[0];
}

/** "phối hợp với A, B và C": whether all of them are known, and the words behind. */
function coordinatingIn(text: string, units: readonly string[]): { readonly found: string[]; readonly rest: string } {
  const head = /^(?:và\s+)?phối hợp\s+(?:(?:cùng|với)\s+)*/iu.exec(text);
  if (!head) return { found: [], rest: text };
  const found: string[] = [];
  let rest = text.slice(head[0].length);
  for (let unit = unitAt(rest, units); unit !== undefined; unit = unitAt(rest, units)) {
    found.push(unit);
    rest = rest.slice(unit.length).trimStart();
    const joint = /^(?:,\s*(?:và\s+)?|và\s+|cùng\s+)/iu.exec(rest);
    if (!joint || unitAt(rest.slice(joint[0].length), units) === undefined) break;
    rest = rest.slice(joint[0].length);
  }
  const next = rest.replace(/^,\s*/, "");
  return found.length === 0 || next === "" || MORE.test(next) || /^và\s/iu.test(rest) || /^\p{Lu}/u.test(next) ? { found: [], rest: text } : { found, rest: next };
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

/**
 * Takes "Giao X chủ trì, phối hợp với Y …, trước ngày 15/12/2026" apart. What isn't sure stays in the words.
 *
 * @param units that the directory knows
 */
export function taskIn(sentence: string, units: readonly string[]): Sentence {
  let rest = sentence.trim();
  let due = "";
  const day = DAY.exec(rest);
  if (day) {
    const [, d = "", m = "", y = ""] = day;
    const date = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)));
    if (date.getUTCMonth() === Number(m) - 1 && date.getUTCDate() === Number(d)) {
      due = date.toISOString().slice(0, 10);
      rest = rest.slice(0, day.index);
    }
  }
  const whole = rest;
  let leadUnit = "";
  const given = /^giao\s+(?:cho\s+)?/iu.exec(rest);
  const behind = given ? rest.slice(given[0].length) : rest;
  const known = unitAt(behind, units);
  const leads = /^([^,;:.]{2,200}?)\s+(?:làm\s+)?chủ trì(?:\s*,\s*|\s+)/iu.exec(behind);
  if (known !== undefined && given) {
    leadUnit = known;
    rest = behind.slice(known.length).replace(/^\s*(?:làm\s+)?(?:chủ trì\s*)?,?\s*/iu, "");
  } else if (leads && (given || known === leads[1])) {
    leadUnit = leads[1] ?? "";
    rest = behind.slice(leads[0].length);
  }
  const { found, rest: wanted } = leadUnit === "" ? { found: [], rest } : coordinatingIn(rest, units);
  const title = wanted.replace(/^[,;:\s]+|[,;:\s]+$/gu, "");
  return title === "" ? { title: capital(whole.trim()), leadUnit, coordinating: [], due } : { title: capital(title), leadUnit, coordinating: found, due };
}
